// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "congvu/signing/keys/CscClient.h"
#include "congvu/signing/keys/Signer.h"

namespace congvu::signing {

/// What the service wants to know, one authentication object at a time, with the challenge of it if there is one.
struct CscQuestion {
    CscAuthenticationObject object;
    std::string challenge;
};

/// Answers a question with a PIN, a one-time password or a response; empty: not available. Asked anew for each
/// authorization, never twice for one.
using CscSecrets = std::function<SecretText(const CscQuestion&)>;

/// A key at a remote signing service (CSC API v2). Each `sign` is an authorization of its own; `signDigests` signs many with
/// as few as the credential allows. Every value is verified under the certificate before it is given away (keyMismatch).
/// `sign` throws what CscClient throws, and invalidArgument when a secret is missing. Safe to use from several threads, as
/// far as the secrets are.
class CscSigner : public Signer {
public:
    /// Reads the credential. Throws SigningError as CscClient, and: unreadableKey (the key is disabled), certificateRevoked,
    /// certificateNotFound, invalidArgument (`algorithm` does not suit the key, or the service does not offer it).
    static std::shared_ptr<const CscSigner> open(std::shared_ptr<const CscClient> client, const std::string& credential, CscSecrets secrets,
                                                 std::optional<SignatureAlgorithm> algorithm = std::nullopt);

    const Certificate& certificate() const override { return credential_.certificates.front(); }
    const std::vector<Certificate>& chain() const override { return chain_; }
    SignatureAlgorithm algorithm() const override { return algorithm_; }
    Bytes sign(ByteView toBeSigned) const override;
    Bytes signDigest(ByteView digest) const override;

    /// Signs in order; one authorization for each `multisign` digests.
    std::vector<Bytes> signDigests(std::span<const Bytes> digests) const;

    /// One authorization for signatures that build on one another, as those of one PDF do: the first call of `sign`
    /// authorizes all of them, every later one extends the transaction (9, use case 3).
    class Transaction {
    public:
        /// At most `signatures` digests in all. Throws SigningError(invalidArgument) when the credential allows fewer.
        Transaction(const CscSigner& signer, std::size_t signatures);

        std::vector<Bytes> sign(std::span<const Bytes> digests);

    private:
        const CscSigner& signer_;
        std::size_t left_;
        bool isAuthorized_ = false;
        SecretText activation_;
    };

    const CscCredential& credential() const { return credential_; }

private:
    CscSigner(std::shared_ptr<const CscClient> client, CscCredential credential, CscSecrets secrets,
              std::optional<SignatureAlgorithm> algorithm);

    std::vector<CscAuthentication> authentications() const;
    Bytes checked(const Bytes& digest, Bytes value) const;

    std::shared_ptr<const CscClient> client_;
    CscCredential credential_;
    std::vector<Certificate> chain_;
    CscSecrets secrets_;
    SignatureAlgorithm algorithm_;
};

}  // namespace congvu::signing
