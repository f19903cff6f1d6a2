// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "congvu/signing/keys/SecretText.h"
#include "congvu/signing/keys/Signer.h"

namespace congvu::signing {

/// A signer made from a PKCS#8 private key (DER, not encrypted) that is held in locked memory by the caller.
class PrivateKeySigner {
public:
    /// `algorithm` must suit the key; without it RSA signs with PKCS#1 v1.5 and SHA-256, ECDSA with the digest of its curve.
    /// Throws SigningError: unreadableKey, keyMismatch when key and certificate do not belong together, invalidArgument.
    static std::shared_ptr<const Signer> load(const SecretText& pkcs8, const Certificate& certificate, std::vector<Certificate> chain,
                                              std::optional<SignatureAlgorithm> algorithm = std::nullopt);
};

}  // namespace congvu::signing
