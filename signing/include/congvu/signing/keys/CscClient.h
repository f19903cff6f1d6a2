// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SecretText.h"
#include "congvu/signing/keys/SignatureAlgorithm.h"

namespace congvu::signing {

/// Where a remote signing service is and how we are known there.
struct CscEndpoint {
    /// Base of the API, for example https://service.example/csc/v2. Plain http only for the loopback interface.
    std::string url;
    /// OAuth 2.0 access token with the scope "service" or "credential" (8.4), obtained beforehand.
    SecretText accessToken;
    /// PEM file of the roots that are trusted for TLS; empty for those of the system.
    std::string authorities;
    std::chrono::seconds timeout{30};  ///< for one exchange
    /// How long a person may take to confirm elsewhere, for example on a telephone (11.7).
    std::chrono::seconds confirmationTimeout{120};
    std::size_t largestAnswer = 1 << 20;  ///< bytes
};

/// What the service is and offers (11.1). Methods are the names of the API: "signatures/signHash".
struct CscServiceInfo {
    std::string specs;
    std::string name;
    std::string description;
    std::vector<std::string> authTypes;
    std::string oauth2;
    std::vector<std::string> methods;
};

/// One thing that a person proves himself with (8.3): type "Password", "PasswordOOB", "ChallengeResponse" …
struct CscAuthenticationObject {
    std::string type;
    std::string id;
    std::string label;
    std::string description;
    std::string format;     ///< "A" alphanumeric, "N" numeric, or empty
    std::string generator;  ///< for example "totp"
};

/// A key at the service, its certificate and how its use is allowed (11.4, 11.5).
struct CscCredential {
    std::string id;
    std::string description;
    bool isKeyEnabled = false;
    std::vector<std::string> algorithms;    ///< OIDs of signature or key algorithms
    std::vector<Certificate> certificates;  ///< the signer's, then its issuers
    std::string certificateStatus;          ///< "valid", "expired", "revoked", "suspended", or empty
    std::string authorizationMode;          ///< "explicit" or "oauth2code"
    std::string expression;                 ///< how the objects combine, for example "PIN AND OTP"; empty: all of them
    std::vector<CscAuthenticationObject> objects;
    bool areHashesBound = false;  ///< SCAL 2: an authorization holds for its hashes only
    std::size_t multisign = 1;    ///< most signatures of one authorization
};

/// The answer to one authentication object; an empty value for what is proven out of band.
struct CscAuthentication {
    std::string id;
    SecretText value;
};

/// Hashes with the algorithm that they are signed by.
struct CscHashes {
    SignatureAlgorithm algorithm = SignatureAlgorithm::rsaPkcs1Sha256;
    std::vector<Bytes> digests;
};

/// The API of the Cloud Signature Consortium, version 2 ("Architectures and protocols for remote signature applications",
/// 2.0.0.2; clauses above and below are its), as a client. Each function is one method of the API. Safe to use from several
/// threads. Every function throws SigningError: networkUnavailable (not reached, TLS not trusted, too slow, too large),
/// accessTokenRefused, authenticationRefused, authorizationExpired, remoteServiceFailed. The text of an error holds the
/// service's error code, never its description, which may repeat a PIN.
class CscClient {
public:
    /// Throws SigningError(invalidArgument) for an address that is not https, or a token that cannot be one.
    explicit CscClient(CscEndpoint endpoint);
    ~CscClient();
    CscClient(const CscClient&) = delete;
    CscClient& operator=(const CscClient&) = delete;

    /// info (11.1)
    CscServiceInfo info() const;
    /// credentials/list (11.4): the identifiers of the credentials of the token's person.
    std::vector<std::string> credentials() const;
    /// credentials/info (11.5) with the whole chain of certificates.
    CscCredential credential(const std::string& id) const;
    /// credentials/getChallenge (11.8). Empty when the challenge goes to the person by another way.
    std::string challenge(const std::string& credential, const std::string& authenticationObject) const;
    /// credentials/sendOTP of services that list this method: the person gets a one-time password.
    void sendOtp(const std::string& credential) const;
    /// credentials/authorize (11.6) and, while a person confirms elsewhere, credentials/authorizeCheck (11.7). Gives the
    /// Signature Activation Data (SAD) for `signatures` signatures, these hashes first.
    SecretText authorize(const std::string& credential, std::size_t signatures, const CscHashes& hashes,
                         const std::vector<CscAuthentication>& authentications) const;
    /// credentials/extendTransaction (11.9): a new SAD for further hashes of the same authorization.
    SecretText extendTransaction(const std::string& credential, const SecretText& activation, const CscHashes& hashes) const;
    /// signatures/signHash (11.10). One value for each hash, in order; RSA raw, ECDSA as DER or as r and s. An empty
    /// `activation` relies on an access token with the scope "credential".
    std::vector<Bytes> signHashes(const CscCredential& credential, const SecretText& activation, const CscHashes& hashes) const;

private:
    struct Native;
    std::unique_ptr<Native> native_;
};

}  // namespace congvu::signing
