// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/document.h>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "congvu/signing/pki/DemoAuthority.h"
#include "support/HttpPeer.h"

namespace congvu::signing::testing {

/// How the service behaves; the defaults are an honest one that wants PIN and OTP.
struct CscShape {
    std::vector<std::string> algorithms;  ///< of the credential; empty: the key's own
    std::string keyStatus = "enabled";
    std::string certificateStatus = "valid";
    std::string expression = "PIN AND OTP";
    std::string otpType = "Password";
    std::string mode = "explicit";
    std::size_t multisign = 5;
    int confirmations = 0;        ///< how often credentials/authorizeCheck says "not yet"
    bool isSadExpired = false;    ///< every SAD is too old when it is used
    bool isCountWrong = false;    ///< one signature too few
    bool isOtherKeyUsed = false;  ///< signs with a stranger's key
    bool areHalvesGiven = false;  ///< ECDSA as r and s, not as DER
    bool isChunked = false;
    std::string replacedAnswer;  ///< instead of the answer of signatures/signHash
    int replacedStatus = 200;
};

/// A remote signing service by the CSC API v2 over real HTTP. It checks token, PIN, OTP and SAD, binds SADs to their hashes
/// (SCAL 2), and signs with a real key. What it is told wrongly it refuses with a description that repeats the secret, as a
/// careless service would.
class CscService {
public:
    static constexpr const char* kToken = "access-token-7a1b";
    static constexpr const char* kCredential = "GX0112348";
    static constexpr const char* kPin = "86420975";

    explicit CscService(const IssuedKey& key, const TlsIdentity* identity = nullptr);

    CscShape shape;

    std::string url() const { return peer_->url("/csc/v2"); }
    int port() const { return peer_->port(); }
    /// The one-time password that is good now; used up by one authorization.
    std::string otp();
    /// How often a method was called.
    int calls(const std::string& method);
    /// What the descriptions of authorizations said.
    std::vector<std::size_t> authorizedCounts();

private:
    struct Activation {
        std::size_t left = 0;
        std::set<std::string> hashes;
    };

    HttpAnswer answer(const HttpRequest& request);
    HttpAnswer dispatch(const std::string& method, const rapidjson::Document& body);
    HttpAnswer credentialInfo() const;
    HttpAnswer authorize(const rapidjson::Document& body);
    HttpAnswer extend(const rapidjson::Document& body);
    HttpAnswer signHash(const rapidjson::Document& body);
    std::string makeActivation(std::size_t left, const rapidjson::Document& body);
    std::vector<std::string> algorithms() const;
    std::vector<std::string> signAll(const std::vector<std::string>& hashes, SignatureAlgorithm algorithm) const;
    std::string signOne(const Signer& signer, const std::string& hash) const;

    const IssuedKey& key_;
    std::mutex mutex_;
    std::map<std::string, int> calls_;
    std::map<std::string, Activation> activations_;
    std::vector<std::size_t> authorizedCounts_;
    std::string pendingActivation_;
    int confirmationsLeft_ = 0;
    int otpNumber_ = 1;
    int activationNumber_ = 0;
    int wrongAttempts_ = 0;
    std::unique_ptr<HttpPeer> peer_;
};

}  // namespace congvu::signing::testing
