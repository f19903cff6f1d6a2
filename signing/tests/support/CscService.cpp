// SPDX-License-Identifier: Apache-2.0
#include "support/CscService.h"

#include <openssl/ecdsa.h>

#include <algorithm>

#include "congvu/signing/Base64.h"
#include "congvu/signing/keys/PrivateKeySigner.h"

namespace congvu::signing::testing {
namespace {

/// base64 of RSASSA-PSS-params for SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 4055, 3.1).
constexpr const char* kPssParameters = "MDSgDzANBglghkgBZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgEFAKIDAgEg";

HttpAnswer json(const std::string& body) {
    return {200, "application/json", body, ""};
}

HttpAnswer refusal(const std::string& code, const std::string& description, int status = 400) {
    return {status, "application/json", R"({"error":")" + code + R"(","error_description":")" + description + "\"}", ""};
}

std::string quoted(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "\"" : ",\"") + text + '"';
    }
    return '[' + out + ']';
}

bool isTextIn(const rapidjson::Value& body, const char* name) {
    return body.HasMember(name) && body[name].IsString();
}

std::vector<std::string> hashesIn(const rapidjson::Document& body) {
    std::vector<std::string> out;
    if (body.HasMember("hashes") && body["hashes"].IsArray()) {
        for (const auto& hash : body["hashes"].GetArray()) {
            out.emplace_back(hash.IsString() ? hash.GetString() : "");
        }
    }
    return out;
}

/// What a signature algorithm and a hash algorithm mean together; a hash must be named where the first does not name it.
std::optional<SignatureAlgorithm> algorithmOf(const std::string& signAlgo, const std::string& hash) {
    const bool isSha256 = hash == "2.16.840.1.101.3.4.2.1";
    if (signAlgo == "1.2.840.113549.1.1.1") {
        return isSha256 ? std::optional(SignatureAlgorithm::rsaPkcs1Sha256) : std::nullopt;
    }
    if (signAlgo == "1.2.840.113549.1.1.10") {
        return isSha256 ? std::optional(SignatureAlgorithm::rsaPssSha256) : std::nullopt;
    }
    const std::map<std::string, SignatureAlgorithm> whole{{"1.2.840.113549.1.1.11", SignatureAlgorithm::rsaPkcs1Sha256},
                                                          {"1.2.840.113549.1.1.12", SignatureAlgorithm::rsaPkcs1Sha384},
                                                          {"1.2.840.10045.4.3.2", SignatureAlgorithm::ecdsaSha256}};
    const auto found = whole.find(signAlgo);
    return found == whole.end() || !hash.empty() ? std::nullopt : std::optional(found->second);
}

/// The value of one authentication object; nothing when it is not there.
std::string given(const rapidjson::Document& body, const std::string& id) {
    for (const auto& entry : body["authData"].GetArray()) {
        if (entry["id"].GetString() == id) {
            return entry.HasMember("value") ? entry["value"].GetString() : "";
        }
    }
    return {};
}

}  // namespace

CscService::CscService(const IssuedKey& key, const TlsIdentity* identity) : key_(key) {
    peer_ = std::make_unique<HttpPeer>([this](const HttpRequest& request) { return answer(request); }, identity);
}

std::string CscService::otp() {
    const std::scoped_lock lock(mutex_);
    return std::to_string(700000 + otpNumber_);
}

int CscService::calls(const std::string& method) {
    const std::scoped_lock lock(mutex_);
    return calls_[method];
}

std::vector<std::size_t> CscService::authorizedCounts() {
    const std::scoped_lock lock(mutex_);
    return authorizedCounts_;
}

std::vector<std::string> CscService::algorithms() const {
    if (!shape.algorithms.empty()) {
        return shape.algorithms;
    }
    return key_.certificate.keyType() == "RSA" ? std::vector<std::string>{"1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10"}
                                               : std::vector<std::string>{"1.2.840.10045.4.3.2"};
}

HttpAnswer CscService::answer(const HttpRequest& request) {
    const std::scoped_lock lock(mutex_);
    const std::string base = "/csc/v2/";
    if (request.method != "POST" || request.path.rfind(base, 0) != 0 || request.header("Content-Type") != "application/json" ||
        request.header("Host") != "127.0.0.1:" + std::to_string(peer_->port())) {
        return refusal("invalid_request", "not a request of this API");
    }
    const std::string method = request.path.substr(base.size());
    ++calls_[method];
    if (method != "info" && request.header("Authorization") != std::string("Bearer ") + kToken) {
        return refusal("invalid_token", request.header("Authorization"), 401);
    }
    rapidjson::Document body;
    body.Parse(request.body.data(), request.body.size());
    if (body.HasParseError() || !body.IsObject()) {
        return refusal("invalid_request", "not an object");
    }
    HttpAnswer out = dispatch(method, body);
    out.isChunked = shape.isChunked;
    return out;
}

HttpAnswer CscService::dispatch(const std::string& method, const rapidjson::Document& body) {
    if (method == "info") {
        return json(
            R"({"specs":"2.0.0.0","name":"Dịch vụ thử","logo":"","region":"VN","lang":"vi","description":"d","authType":["oauth2code"],)"
            R"("oauth2":"https://127.0.0.1/","methods":["credentials/list","signatures/signHash"],"signAlgorithms":{"algos":[]}})");
    }
    if (method == "credentials/list") {
        return json(std::string(R"({"credentialIDs":[")") + kCredential + "\"]}");
    }
    if (method == "credentials/authorizeCheck") {
        if (!isTextIn(body, "handle") || std::string(body["handle"].GetString()) != "handle-1") {
            return refusal("invalid_request", "Invalid parameter handle");
        }
        HttpAnswer out = json(confirmationsLeft_ > 0 ? R"({"handle":"handle-1"})" : R"({"SAD":")" + pendingActivation_ + "\"}");
        out.status = confirmationsLeft_-- > 0 ? 202 : 200;
        return out;
    }
    if (!isTextIn(body, "credentialID") || std::string(body["credentialID"].GetString()) != kCredential) {
        return refusal("invalid_request", "Invalid parameter credentialID");
    }
    if (method == "credentials/info") {
        return credentialInfo();
    }
    if (method == "credentials/getChallenge") {
        const bool isOtp = isTextIn(body, "authObjectID") && std::string(body["authObjectID"].GetString()) == "OTP";
        return isOtp ? json(R"({"challenge":"challenge-5"})") : refusal("invalid_request", "Invalid parameter authObjectID");
    }
    if (method == "credentials/sendOTP") {
        return {204, "application/json", "", ""};
    }
    if (method == "credentials/authorize") {
        return authorize(body);
    }
    if (method == "credentials/extendTransaction") {
        return extend(body);
    }
    return method == "signatures/signHash" ? signHash(body) : refusal("invalid_request", "no such method", 501);
}

HttpAnswer CscService::credentialInfo() const {
    const std::string certificates = quoted({toBase64(key_.certificate.der()), toBase64(key_.chain.front().der())});
    return json(R"({"description":"Khóa ký","key":{"status":")" + shape.keyStatus + R"(","algo":)" + quoted(algorithms()) +
                R"(,"len":2048},"cert":{"status":")" + shape.certificateStatus + R"(","certificates":)" + certificates +
                R"(},"auth":{"mode":")" + shape.mode + R"(","expression":")" + shape.expression +
                R"(","objects":[{"type":"Password","id":"PIN","format":"N","label":"PIN"},{"type":")" + shape.otpType +
                R"(","id":"OTP","format":"N","generator":"totp"}]},"SCAL":"2","multisign":)" + std::to_string(shape.multisign) + "}");
}

std::string CscService::makeActivation(std::size_t left, const rapidjson::Document& body) {
    const auto hashes = hashesIn(body);
    const std::string name = "SAD-" + std::to_string(++activationNumber_);
    activations_[name] = {left, {hashes.begin(), hashes.end()}};
    return name;
}

HttpAnswer CscService::authorize(const rapidjson::Document& body) {
    const bool isCounted = body.HasMember("numSignatures") && body["numSignatures"].IsUint64();
    const std::size_t count = isCounted ? body["numSignatures"].GetUint64() : 0;
    if (count < 1 || count > shape.multisign || hashesIn(body).empty() || !isTextIn(body, "hashAlgorithmOID")) {
        return refusal("invalid_request", "Invalid value for parameter numSignatures");
    }
    constexpr int kMostWrongAttempts = 3;
    if (wrongAttempts_ >= kMostWrongAttempts) {
        return refusal("invalid_request", "Credential locked");
    }
    const std::string otp = std::to_string(700000 + otpNumber_);
    const std::string expected = shape.otpType == "ChallengeResponse" ? "answer to challenge-5" : otp;
    const bool isOtpGood = shape.otpType == "PasswordOOB" ? given(body, "OTP").empty() : given(body, "OTP") == expected;
    if (given(body, "PIN") != kPin || !isOtpGood) {
        ++wrongAttempts_;
        return refusal("invalid_authentication_data", "The authentication data is invalid: " + given(body, "PIN") + given(body, "OTP"));
    }
    wrongAttempts_ = 0;
    ++otpNumber_;
    authorizedCounts_.push_back(count);
    const std::string activation = makeActivation(count, body);
    if (shape.confirmations > 0) {
        pendingActivation_ = activation;
        confirmationsLeft_ = shape.confirmations;
        HttpAnswer out = json(R"({"handle":"handle-1"})");
        out.status = 202;
        return out;
    }
    return json(R"({"SAD":")" + activation + R"(","expiresIn":60})");
}

HttpAnswer CscService::extend(const rapidjson::Document& body) {
    const auto known = isTextIn(body, "SAD") ? activations_.find(body["SAD"].GetString()) : activations_.end();
    if (known == activations_.end() || known->second.left == 0) {
        return refusal("invalid_request", "Invalid parameter SAD");
    }
    const std::size_t left = known->second.left;
    activations_.erase(known);
    return json(R"({"SAD":")" + makeActivation(left, body) + "\"}");
}

HttpAnswer CscService::signHash(const rapidjson::Document& body) {
    if (!shape.replacedAnswer.empty()) {
        return {shape.replacedStatus, "application/json", shape.replacedAnswer, ""};
    }
    const auto hashes = hashesIn(body);
    if (shape.mode == "explicit") {
        const auto known = isTextIn(body, "SAD") ? activations_.find(body["SAD"].GetString()) : activations_.end();
        if (known == activations_.end()) {
            return refusal("invalid_request", "Invalid parameter SAD");
        }
        if (shape.isSadExpired) {
            return refusal("invalid_request", "SAD expired");
        }
        for (const std::string& hash : hashes) {
            if (known->second.left == 0 || known->second.hashes.count(hash) == 0) {
                return refusal("invalid_request", "Hash is not authorized by the SAD");
            }
            --known->second.left;
        }
    }
    const auto offered = algorithms();
    const std::string algorithm = isTextIn(body, "signAlgo") ? body["signAlgo"].GetString() : "";
    const auto chosen = algorithmOf(algorithm, isTextIn(body, "hashAlgorithmOID") ? body["hashAlgorithmOID"].GetString() : "");
    if (std::find(offered.begin(), offered.end(), algorithm) == offered.end() || !chosen) {
        return refusal("invalid_request", "Invalid parameter signAlgo");
    }
    if (chosen == SignatureAlgorithm::rsaPssSha256 &&
        (!isTextIn(body, "signAlgoParams") || std::string(body["signAlgoParams"].GetString()) != kPssParameters)) {
        return refusal("invalid_request", "Missing (or invalid type) string parameter signAlgoParams");
    }
    return json(R"({"signatures":)" + quoted(signAll(hashes, *chosen)) + "}");
}

std::vector<std::string> CscService::signAll(const std::vector<std::string>& hashes, SignatureAlgorithm algorithm) const {
    const Validity validity{fromIso8601("2020-01-01"), fromIso8601("2040-01-01")};
    const IssuedKey stranger = DemoAuthority("stranger", validity).issueSigner({"stranger", "", ""}, validity);
    const IssuedKey& key = shape.isOtherKeyUsed ? stranger : key_;
    const auto signer = PrivateKeySigner::load(key.pkcs8, key.certificate, {}, algorithm);
    std::vector<std::string> values;
    for (const std::string& hash : hashes) {
        values.push_back(signOne(*signer, hash));
    }
    if (shape.isCountWrong) {
        values.pop_back();
    }
    return values;
}

std::string CscService::signOne(const Signer& signer, const std::string& hash) const {
    const Bytes value = signer.signDigest(fromBase64(hash).value_or(Bytes{}));
    if (!shape.areHalvesGiven) {
        return toBase64(value);
    }
    const unsigned char* position = value.data();
    ECDSA_SIG* parsed = d2i_ECDSA_SIG(nullptr, &position, static_cast<long>(value.size()));
    Bytes halves(64);
    BN_bn2binpad(ECDSA_SIG_get0_r(parsed), halves.data(), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(parsed), halves.data() + 32, 32);
    ECDSA_SIG_free(parsed);
    return toBase64(halves);
}

}  // namespace congvu::signing::testing
