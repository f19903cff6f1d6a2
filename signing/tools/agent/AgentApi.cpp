// SPDX-License-Identifier: Apache-2.0
#include "agent/AgentApi.h"

#include "congvu/signing/Base64.h"
#include "json/Json.h"

namespace congvu::signing::tool {
namespace {

constexpr std::size_t kMostDocuments = 1000;
constexpr std::size_t kLongestTitle = 2000;
constexpr std::size_t kLargestAttributes = 16 * 1024;

AgentAnswer done(json::Writer& body) {
    return {200, std::string(body.take().view())};
}

void writeError(json::Writer& body, std::string_view code, std::string_view vietnamese, std::string_view english) {
    body.name("error");
    body.startObject();
    body.field("code", code);
    body.field("vi", vietnamese);
    body.field("en", english);
    body.endObject();
}

void writeCertificate(json::Writer& body, const DeskCertificate& found) {
    const Certificate& certificate = found.entry.certificate;
    body.startObject();
    body.field("fingerprint", certificate.fingerprint());
    body.field("commonName", certificate.commonName());
    body.field("organization", certificate.organization());
    body.field("issuer", certificate.issuerCommonName());
    body.field("serialNumber", certificate.serialNumber());
    body.field("notBefore", toIso8601(certificate.notBefore()));
    body.field("notAfter", toIso8601(certificate.notAfter()));
    body.field("algorithm", nameOf(found.algorithm));
    body.field("certificate", toBase64(certificate.der()));
    body.startArray("chain");
    for (const Certificate& issuer : found.chain) {
        body.value(toBase64(issuer.der()));
    }
    body.endArray();
    body.name("token");
    body.startObject();
    body.field("label", found.entry.token.label);
    body.field("manufacturer", found.entry.token.manufacturer);
    body.flag("isPinLocked", found.entry.token.isPinLocked);
    body.endObject();
    body.endObject();
}

Bytes bytesIn(const json::Node& document, const char* name) {
    if (!document.has(name)) {
        return {};
    }
    auto bytes = fromBase64(document.text(name, kLargestAttributes));
    if (!bytes || bytes->empty()) {
        document.member(name).refuse("is not base64");
    }
    return std::move(*bytes);
}

DeskDocument readDocument(const json::Node& node) {
    node.allowOnly({"title", "attributes", "digest"});
    DeskDocument document{std::string(node.text("title", kLongestTitle)), bytesIn(node, "attributes"), bytesIn(node, "digest")};
    if (document.title.empty() || document.attributes.empty() == document.digest.empty()) {
        node.refuse("needs a title, and either attributes or a digest");
    }
    return document;
}

/// What a page asks to be signed.
struct SignRequest {
    std::string challenge;
    std::string fingerprint;
    std::optional<SignatureAlgorithm> algorithm;
    std::vector<DeskDocument> documents;
};

SignRequest readSignRequest(const std::string& body) {
    keys::WipedText copy;
    copy.append(body);
    const json::Text text(std::move(copy));
    const json::Node root = text.root();
    root.allowOnly({"challenge", "certificate", "algorithm", "documents"});
    SignRequest request{std::string(root.text("challenge", 64)), std::string(root.text("certificate", 64)), std::nullopt, {}};
    if (root.has("algorithm")) {
        request.algorithm = signatureAlgorithmOf(root.text("algorithm"));
    }
    for (const json::Node& node : root.member("documents").elements(kMostDocuments)) {
        request.documents.push_back(readDocument(node));
    }
    if (request.documents.empty()) {
        root.member("documents").refuse("is empty");
    }
    return request;
}

AgentAnswer resultsOf(const std::vector<DeskResult>& results) {
    json::Writer body;
    body.startArray("results");
    for (const DeskResult& result : results) {
        body.startObject();
        if (result.error) {
            writeError(body, nameOf(result.error->code()), result.error->vietnameseText(), result.error->englishText());
        } else {
            body.field("signature", toBase64(result.signature));
        }
        body.endObject();
    }
    body.endArray();
    return done(body);
}

int statusOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalidArgument:
            return 400;
        case ErrorCode::wrongPin:
        case ErrorCode::pinLocked:
            return 403;
        case ErrorCode::certificateNotFound:
        case ErrorCode::tokenNotFound:
        case ErrorCode::keyNotFound:
            return 404;
        default:
            return 503;
    }
}

}  // namespace

AgentAnswer agentFailure(int status, std::string_view code, std::string_view vietnamese, std::string_view english) {
    json::Writer body;
    writeError(body, code, vietnamese, english);
    return {status, std::string(body.take().view())};
}

AgentAnswer AgentApi::answer(const AgentRequest& request) {
    try {
        return dispatch(request);
    } catch (const json::FormatError& error) {
        return agentFailure(400, "malformedRequest", "Yêu cầu không đúng định dạng.",
                            std::string("The request is malformed: ") + error.what());
    } catch (const RefusedByPerson&) {
        return agentFailure(403, "refusedByPerson", "Người dùng không đồng ý ký.", "The person at the desk did not allow the signature.");
    } catch (const SigningError& error) {
        return agentFailure(statusOf(error.code()), nameOf(error.code()), error.vietnameseText(), error.englishText());
    }
}

AgentAnswer AgentApi::dispatch(const AgentRequest& request) {
    if (request.method == "GET" && request.path == "/v1/status") {
        return status();
    }
    if (request.method == "GET" && request.path == "/v1/certificates") {
        return certificates();
    }
    if (request.method == "POST" && (request.path == "/v1/challenges" || request.path == "/v1/signatures")) {
        // Other types are sent by forms and pages without a preflight.
        if (request.contentType != "application/json") {
            return agentFailure(415, "unsupportedType", "Chỉ nhận application/json.", "Only application/json is taken.");
        }
        return request.path == "/v1/challenges" ? challenge(request) : sign(request);
    }
    return agentFailure(404, "notFound", "Không có địa chỉ này.", "There is no such address.");
}

AgentAnswer AgentApi::status() const {
    json::Writer body;
    body.field("agent", "congvu-sign");
    body.number("version", 1);
    body.flag("isBusy", agent_.isBusy());
    return done(body);
}

AgentAnswer AgentApi::certificates() const {
    json::Writer body;
    body.startArray("certificates");
    for (const DeskCertificate& certificate : agent_.certificates()) {
        writeCertificate(body, certificate);
    }
    body.endArray();
    return done(body);
}

AgentAnswer AgentApi::challenge(const AgentRequest& request) {
    json::Writer body;
    body.field("challenge", challenges_.issue(request.origin, std::chrono::steady_clock::now()));
    body.number("expiresIn", static_cast<std::uint64_t>(Challenges::kLife.count()));
    return done(body);
}

AgentAnswer AgentApi::sign(const AgentRequest& request) {
    const SignRequest wanted = readSignRequest(request.body);
    if (!challenges_.take(wanted.challenge, request.origin, std::chrono::steady_clock::now())) {
        return agentFailure(403, "challengeRefused", "Mã thử thách sai, đã dùng hoặc hết hạn; hãy thử lại.",
                            "The challenge is wrong, used or too old; try again.");
    }
    if (agent_.isBusy()) {
        return agentFailure(409, "busy", "Đang có một lượt ký khác tại máy này.", "Another act is under way at this desk.");
    }
    return resultsOf(agent_.sign(request.origin, wanted.fingerprint, wanted.algorithm, wanted.documents));
}

}  // namespace congvu::signing::tool
