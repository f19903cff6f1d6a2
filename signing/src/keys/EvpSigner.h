// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "congvu/signing/keys/Signer.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::keys {

/// A signer whose private key is in this process. The key is loaded once; every signature takes its own context, so that
/// threads share nothing that is locked.
class EvpSigner : public Signer {
public:
    /// Throws SigningError: keyMismatch when key and certificate differ, unreadableKey for key types that cannot sign here.
    /// `algorithm` must suit the key (invalidArgument); without it, the key's usual one.
    EvpSigner(crypto::KeyPointer key, Certificate certificate, std::vector<Certificate> chain,
              std::optional<SignatureAlgorithm> algorithm = std::nullopt);

    const Certificate& certificate() const override { return certificate_; }
    const std::vector<Certificate>& chain() const override { return chain_; }
    SignatureAlgorithm algorithm() const override { return algorithm_; }
    Bytes sign(ByteView toBeSigned) const override;
    Bytes signDigest(ByteView digest) const override;
    bool isMatchedWithCertificate() const override { return true; }

private:
    crypto::KeyPointer key_;
    Certificate certificate_;
    std::vector<Certificate> chain_;
    SignatureAlgorithm algorithm_;
};

/// The algorithm that suits a key: RSA with SHA-256, ECDSA with the digest of the curve's size.
SignatureAlgorithm defaultAlgorithm(const EVP_PKEY* key);

/// `wanted` when the key can sign with it, the usual algorithm without. Throws SigningError(invalidArgument).
SignatureAlgorithm algorithmFor(const EVP_PKEY* key, std::optional<SignatureAlgorithm> wanted);

/// Throws SigningError(invalidArgument) when `digest` has not the length of the algorithm's digest.
void requireDigestOf(SignatureAlgorithm algorithm, ByteView digest);

/// True when `signature` over `toBeSigned` verifies under the certificate's key.
bool verifies(const Certificate& certificate, SignatureAlgorithm algorithm, ByteView toBeSigned, ByteView signature);
/// The same over a digest that was made elsewhere.
bool verifiesDigest(const Certificate& certificate, SignatureAlgorithm algorithm, ByteView digest, ByteView signature);

}  // namespace congvu::signing::keys
