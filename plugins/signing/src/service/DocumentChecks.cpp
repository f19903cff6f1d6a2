// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentChecks.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Value.h"
#include "service/QrPicture.h"

namespace congvu::signingdesk {

namespace {

constexpr std::size_t kLongestAddress = 100;

EntityRef refOfCheck(std::string_view code) {
    return {"signing", "check", std::string{code}};
}

/// "https://congvu.example:8443", without a path: what may stand before "/verify/CODE".
bool isOrigin(std::string_view text) {
    const auto scheme = text.starts_with("https://") ? 8U : text.starts_with("http://") ? 7U : 0U;
    const auto host = text.substr(scheme);
    return scheme > 0 && !host.empty() && text.size() <= kLongestAddress &&
           host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") == std::string_view::npos;
}

std::string verdictOf(const ports::VerificationReport& report) {
    const auto document = json::Document::parse(report.json);
    const auto verdict = document.root().member("verdict");
    return verdict && verdict->kind() == json::Kind::string ? std::string{verdict->string()} : "unreadable";
}

}  // namespace

void DocumentChecks::issued(DocumentCheck check, const files::StoredFile& file) {
    services_.db.write([&](db::Tx& tx) {
        if (checks_.findOf(tx, check.entity)) {
            return;  // delivered twice
        }
        check.code = newCheckCode();
        check.fingerprints = {file.sha256};
        check.fileId = services_.files.record(tx, {file.sha256, file.sizeBytes}, file.name, file.mediaType, refOfCheck(check.code)).id;
        checks_.insert(tx, check);
    });
}

void DocumentChecks::recallAsked(const EntityRef& entity, Timestamp at) {
    services_.db.write([&](db::Tx& tx) { checks_.markRecallAsked(tx, entity, at); });
}

void DocumentChecks::extended(db::Tx& tx, const EntityRef& entity, const files::StoredFile& file, Timestamp at) const {
    if (const auto check = checks_.findOf(tx, entity)) {
        const auto own = services_.files.record(tx, {file.sha256, file.sizeBytes}, file.name, file.mediaType, refOfCheck(check->code));
        services_.files.forget(tx, check->fileId);
        checks_.replaceFile(tx, check->code, own.id, file.sha256, at);
    }
}

CheckView DocumentChecks::byCode(std::string_view typed) {
    const auto code = checkCodeFrom(typed);
    std::optional<files::StoredFile> file;
    const auto check = services_.db.read([&](db::Reader& reader) {
        auto found = code ? checks_.find(reader, *code) : std::nullopt;
        file = found ? services_.files.find(reader, found->fileId) : std::nullopt;
        return found;
    });
    if (!check || !file || !services_.directory.isPluginOn("signing", check->agencyId)) {
        throw AppError::notFound();
    }
    const auto report = services_.verification.verify(services_.files.contentPath(*file));
    return {check->code,         verdictOf(report), check->issuerName,    check->numberAndSymbol, check->typeName,
            check->documentDate, check->issuedAt,   check->recallAskedAt, check->fingerprints};
}

CheckLink DocumentChecks::linkOf(const http::Caller& caller, const EntityRef& entity) {
    return {requireOfAgency(caller, entity).code, address()};
}

std::string DocumentChecks::picture(const http::Caller& caller, const EntityRef& entity, std::string_view origin) {
    const auto check = requireOfAgency(caller, entity);
    const auto set = address();
    const std::string base = set.empty() ? std::string{origin} : set;
    if (!isOrigin(base)) {
        throw AppError::invalidField("/address", "signing.not-an-address");
    }
    return qrPicture(base + "/verify/" + check.code);
}

DocumentCheck DocumentChecks::requireOfAgency(const http::Caller& caller, const EntityRef& entity) {
    auto check = services_.db.read([&](db::Reader& reader) { return checks_.findOf(reader, entity); });
    if (!check || check->agencyId != caller.agencyId) {
        throw AppError::notFound();
    }
    return std::move(*check);
}

std::string DocumentChecks::address() const {
    auto set = services_.settings.text("signing.public_address");
    while (set.ends_with('/')) {
        set.pop_back();
    }
    return set;
}

}  // namespace congvu::signingdesk
