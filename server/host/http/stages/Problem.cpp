// SPDX-License-Identifier: Apache-2.0
#include "http/stages/Problem.h"

#include "congvu/json/Writer.h"

#include <algorithm>

namespace congvu::host {

namespace {

void writeParams(json::Writer& out, const MessageParams& params) {
    out.key("params").beginObject();
    for (const auto& [name, value] : params) {
        out.key(name).string(value);
    }
    out.endObject();
}

void writeFieldErrors(json::Writer& out, const std::vector<FieldError>& fields, const core::Catalogue& catalogue, std::string_view locale) {
    out.key("errors").beginArray();
    for (const auto& field : fields) {
        out.beginObject().key("pointer").string(field.pointer).key("code").string(field.code);
        out.key("message").string(catalogue.message(locale, field.code, field.params)).endObject();
    }
    out.endArray();
}

/// What a problem document says besides its texts.
struct ProblemFacts {
    int status;
    std::string_view code;
    const MessageParams& params;
    const std::vector<FieldError>& fields;
};

OutgoingResponse write(const ProblemFacts& facts, const core::Catalogue& catalogue, std::string_view locale, std::string_view requestId) {
    json::Writer out;
    out.beginObject().key("type").string("about:blank");
    out.key("title").string(catalogue.message(locale, "problem." + std::to_string(facts.status), {}));
    out.key("status").integer(facts.status);
    out.key("detail").string(catalogue.message(locale, facts.code, facts.params));
    out.key("code").string(facts.code).key("requestId").string(requestId);
    writeParams(out, facts.params);
    writeFieldErrors(out, facts.fields, catalogue, locale);
    out.endObject();
    OutgoingResponse response;
    response.status = facts.status;
    response.body = out.take();
    response.set("Content-Type", "application/problem+json");
    response.set("Content-Language", std::string{locale});
    if (facts.status == 503 || facts.status == 429) {
        const auto wait =
            std::find_if(facts.params.begin(), facts.params.end(), [](const auto& param) { return param.first == "seconds"; });
        response.set("Retry-After", wait == facts.params.end() ? "1" : wait->second);
    }
    return response;
}

}  // namespace

int statusOf(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::badRequest:
            return 400;
        case ErrorKind::unauthenticated:
            return 401;
        case ErrorKind::forbidden:
            return 403;
        case ErrorKind::notFound:
            return 404;
        case ErrorKind::conflict:
            return 409;
        case ErrorKind::stale:
            return 412;
        case ErrorKind::tooLarge:
            return 413;
        case ErrorKind::unsupportedMedia:
            return 415;
        case ErrorKind::invalid:
            return 422;
        case ErrorKind::locked:
            return 423;
        case ErrorKind::preconditionMissing:
            return 428;
        case ErrorKind::tooMany:
            return 429;
        case ErrorKind::unavailable:
            return 503;
    }
    return 500;
}

OutgoingResponse problemResponse(const AppError& error, const core::Catalogue& catalogue, std::string_view locale,
                                 std::string_view requestId) {
    return write({statusOf(error.kind()), error.code(), error.params(), error.fields()}, catalogue, locale, requestId);
}

OutgoingResponse problemResponse(int status, std::string_view code, const core::Catalogue& catalogue, std::string_view locale,
                                 std::string_view requestId) {
    return write({status, code, {}, {}}, catalogue, locale, requestId);
}

}  // namespace congvu::host
