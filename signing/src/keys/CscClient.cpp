// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/CscClient.h"

#include <algorithm>
#include <thread>

#include "congvu/signing/Base64.h"
#include "congvu/signing/SigningError.h"
#include "json/Json.h"
#include "keys/CscAlgorithms.h"
#include "net/JsonService.h"

namespace congvu::signing {
namespace {

constexpr std::size_t kMostEntries = 1000;
constexpr std::size_t kMostCertificates = 16;
constexpr std::size_t kLongestCertificate = 64 * 1024;

/// An error code of the API (10.2): lower-case words; anything else is not repeated.
std::string errorCodeIn(const keys::WipedText& body) {
    try {
        keys::WipedText copy;
        copy.append(body.view());
        const json::Text text(std::move(copy));
        std::string code(text.root().text("error", 64));
        const bool isWord =
            std::all_of(code.begin(), code.end(), [](char letter) { return (letter >= 'a' && letter <= 'z') || letter == '_'; });
        return isWord ? code : std::string();
    } catch (const json::FormatError&) {
        return {};
    }
}

/// "SAD expired" is the one description that the API fixes and that a caller must know (11.10).
bool saysExpired(const keys::WipedText& body) {
    try {
        keys::WipedText copy;
        copy.append(body.view());
        const json::Text text(std::move(copy));
        return text.root().optionalText("error_description") == "SAD expired";
    } catch (const json::FormatError&) {
        return false;
    }
}

ErrorCode meaningOf(int status, const std::string& code, bool isExpired) {
    if (status == 401 || code == "invalid_token" || code == "expired_token") {
        return ErrorCode::accessTokenRefused;
    }
    // invalid_pin and invalid_otp are the names of version 1, which services keep.
    if (code == "invalid_authentication_data" || code == "invalid_otp" || code == "invalid_pin") {
        return ErrorCode::authenticationRefused;
    }
    if (isExpired) {
        return ErrorCode::authorizationExpired;
    }
    return status == 429 || status == 503 || code == "temporarily_unavailable" ? ErrorCode::networkUnavailable
                                                                               : ErrorCode::remoteServiceFailed;
}

[[noreturn]] void refuseRemote(std::string_view method, const std::string& why) {
    throw SigningError(ErrorCode::remoteServiceFailed, std::string(method) + ": " + why);
}

void writeHashes(json::Writer& body, const CscHashes& hashes) {
    body.startArray("hashes");
    for (const Bytes& digest : hashes.digests) {
        body.value(toBase64(digest));
    }
    body.endArray();
}

Certificate readCertificate(const json::Node& node) {
    const auto der = fromBase64(node.text(kLongestCertificate));
    if (!der) {
        node.refuse("is not base64");
    }
    try {
        return Certificate::fromDer(*der);
    } catch (const SigningError&) {
        node.refuse("is no certificate");
    }
}

std::vector<CscAuthenticationObject> readObjects(const json::Node& authorization) {
    std::vector<CscAuthenticationObject> out;
    if (authorization.has("objects")) {
        for (const json::Node& node : authorization.member("objects").elements(kMostCertificates)) {
            out.push_back({std::string(node.text("type")), std::string(node.text("id")), node.optionalText("label"),
                           node.optionalText("description"), node.optionalText("format"), node.optionalText("generator")});
        }
    }
    return out;
}

CscCredential readCredential(const std::string& id, const json::Node& root) {
    CscCredential out;
    out.id = id;
    out.description = root.optionalText("description");
    const json::Node key = root.member("key");
    out.isKeyEnabled = key.text("status") == "enabled";
    out.algorithms = key.member("algo").texts(kMostEntries, 128);
    const json::Node certificate = root.member("cert");
    out.certificateStatus = certificate.optionalText("status");
    for (const json::Node& node : certificate.member("certificates").elements(kMostCertificates)) {
        out.certificates.push_back(readCertificate(node));
    }
    const json::Node authorization = root.member("auth");
    out.authorizationMode = authorization.text("mode");
    out.expression = authorization.optionalText("expression");
    out.objects = readObjects(authorization);
    out.areHashesBound = root.optionalText("SCAL") == "2";
    out.multisign = root.member("multisign").number(1, 1'000'000);
    return out;
}

}  // namespace

struct CscClient::Native {
    net::JsonService service;
    std::chrono::seconds confirmationTimeout;

    /// Gives the answer of a method when its status is a good one; `read` gets null without content.
    template <typename Read>
    auto call(std::string_view method, json::Writer& body, Read read) const {
        net::ServiceAnswer answer = service.post(method, body.take());
        if (answer.status != 200 && answer.status != 202 && answer.status != 204) {
            const std::string code = errorCodeIn(answer.body);
            throw SigningError(meaningOf(answer.status, code, saysExpired(answer.body)),
                               std::string(method) + ": HTTP " + std::to_string(answer.status) + (code.empty() ? "" : ", " + code));
        }
        if (answer.status == 204) {
            return read(answer.status, nullptr);
        }
        try {
            const json::Text text(std::move(answer.body));
            const json::Node root = text.root();
            return read(answer.status, &root);
        } catch (const json::FormatError& error) {
            refuseRemote(method, error.what());
        }
    }

    /// A method that answers 200 with content.
    template <typename Read>
    auto ask(std::string_view method, json::Writer& body, Read read) const {
        return call(method, body, [&](int status, const json::Node* root) {
            if (status != 200) {
                refuseRemote(method, "no content");
            }
            return read(*root);
        });
    }
};

CscClient::CscClient(CscEndpoint endpoint)
    : native_(new Native{net::JsonService(net::WebAddress::parse(endpoint.url), std::move(endpoint.accessToken),
                                          std::move(endpoint.authorities), endpoint.largestAnswer, endpoint.timeout),
                         endpoint.confirmationTimeout}) {}

CscClient::~CscClient() = default;

CscServiceInfo CscClient::info() const {
    json::Writer body;
    return native_->ask("info", body, [](const json::Node& root) {
        CscServiceInfo out;
        out.specs = root.text("specs");
        out.name = root.optionalText("name");
        out.description = root.optionalText("description");
        out.authTypes = root.member("authType").texts(kMostEntries);
        out.oauth2 = root.optionalText("oauth2");
        out.methods = root.member("methods").texts(kMostEntries);
        return out;
    });
}

std::vector<std::string> CscClient::credentials() const {
    json::Writer body;
    return native_->ask("credentials/list", body, [](const json::Node& root) { return root.member("credentialIDs").texts(kMostEntries); });
}

CscCredential CscClient::credential(const std::string& id) const {
    json::Writer body;
    body.field("credentialID", id);
    body.field("certificates", "chain");
    body.flag("authInfo", true);
    return native_->ask("credentials/info", body, [&id](const json::Node& root) { return readCredential(id, root); });
}

std::string CscClient::challenge(const std::string& credential, const std::string& authenticationObject) const {
    json::Writer body;
    body.field("credentialID", credential);
    body.field("authObjectID", authenticationObject);
    return native_->call("credentials/getChallenge", body, [](int, const json::Node* root) {
        return root == nullptr ? std::string() : std::string(root->text("challenge"));
    });
}

void CscClient::sendOtp(const std::string& credential) const {
    json::Writer body;
    body.field("credentialID", credential);
    native_->call("credentials/sendOTP", body, [](int, const json::Node*) { return 0; });
}

SecretText CscClient::authorize(const std::string& credential, std::size_t signatures, const CscHashes& hashes,
                                const std::vector<CscAuthentication>& authentications) const {
    json::Writer body;
    body.field("credentialID", credential);
    body.number("numSignatures", signatures);
    writeHashes(body, hashes);
    body.field("hashAlgorithmOID", keys::digestIdentifierOf(hashes.algorithm));
    body.startArray("authData");
    for (const CscAuthentication& authentication : authentications) {
        body.startObject();
        body.field("id", authentication.id);
        if (!authentication.value.empty()) {
            body.field("value", authentication.value.view());
        }
        body.endObject();
    }
    body.endArray();
    // While a person confirms elsewhere the answer is a handle to ask again with (11.7).
    std::string handle;
    const auto read = [&handle](int status, const json::Node* root) {
        if (root == nullptr) {
            throw json::FormatError("no content");
        }
        handle = status == 202 ? std::string(root->text("handle")) : std::string();
        return status == 202 ? SecretText() : SecretText(root->text("SAD"));
    };
    SecretText activation = native_->call("credentials/authorize", body, read);
    const auto deadline = std::chrono::steady_clock::now() + native_->confirmationTimeout;
    while (!handle.empty()) {
        if (std::chrono::steady_clock::now() >= deadline) {
            throw SigningError(ErrorCode::authorizationExpired, "credentials/authorizeCheck: nobody confirmed in time");
        }
        std::this_thread::sleep_for(std::chrono::seconds(1));
        json::Writer check;
        check.field("handle", handle);
        activation = native_->call("credentials/authorizeCheck", check, read);
    }
    if (activation.empty()) {
        refuseRemote("credentials/authorize", "an empty SAD");
    }
    return activation;
}

SecretText CscClient::extendTransaction(const std::string& credential, const SecretText& activation, const CscHashes& hashes) const {
    json::Writer body;
    body.field("credentialID", credential);
    writeHashes(body, hashes);
    body.field("hashAlgorithmOID", keys::digestIdentifierOf(hashes.algorithm));
    body.field("SAD", activation.view());
    return native_->ask("credentials/extendTransaction", body, [](const json::Node& root) { return SecretText(root.text("SAD")); });
}

std::vector<Bytes> CscClient::signHashes(const CscCredential& credential, const SecretText& activation, const CscHashes& hashes) const {
    const keys::CscAlgorithm algorithm = keys::cscAlgorithmOf(hashes.algorithm, credential.algorithms);
    json::Writer body;
    body.field("credentialID", credential.id);
    if (!activation.empty()) {
        body.field("SAD", activation.view());
    }
    writeHashes(body, hashes);
    if (!algorithm.namesHash) {
        body.field("hashAlgorithmOID", keys::digestIdentifierOf(hashes.algorithm));
    }
    body.field("signAlgo", algorithm.identifier);
    if (!algorithm.parameters.empty()) {
        body.field("signAlgoParams", algorithm.parameters);
    }
    return native_->ask("signatures/signHash", body, [&hashes](const json::Node& root) {
        const json::Node signatures = root.member("signatures");
        std::vector<Bytes> out;
        for (const json::Node& node : signatures.elements(kMostEntries)) {
            auto value = fromBase64(node.text());
            if (!value) {
                node.refuse("is not base64");
            }
            out.push_back(std::move(*value));
        }
        if (out.size() != hashes.digests.size()) {
            signatures.refuse("has " + std::to_string(out.size()) + " values for " + std::to_string(hashes.digests.size()) + " hashes");
        }
        return out;
    });
}

}  // namespace congvu::signing
