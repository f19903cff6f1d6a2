// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "congvu/signing/keys/Pkcs11Module.h"
#include "congvu/signing/keys/Signer.h"

namespace congvu::signing {

/// A key that never leaves a token or an HSM, used over Cryptoki.
///
/// Signatures take sessions of a pool, so threads sign at the same time. The token is logged in to once, and again when it
/// says that nobody is; a PIN that it refused is never shown to it a second time. A session that ended is replaced once,
/// as long as the key was not used; after that a removed token is an error. In the child of a fork everything is opened
/// anew. The PIN stays in locked memory, which is wiped with the last signer of the token.
class Pkcs11Signer {
public:
    /// Finds token and key, logs in and reads the certificate that has the key's CKA_ID; other certificates of the token
    /// become the chain. The object name or id may be the key's or its certificate's. `algorithm` must suit the key;
    /// without it RSA signs with PKCS#1 v1.5 and SHA-256, ECDSA with the digest of its curve.
    /// Throws SigningError: tokenNotFound, wrongPin, pinLocked, keyNotFound, certificateNotFound, keyMismatch,
    /// invalidArgument (several tokens or keys fit, or the algorithm does not), tokenRemoved, tokenFailure. A PIN other
    /// than the one this process is logged in with is refused as wrongPin without asking the token.
    /// The signer's own `sign` throws wrongPin, pinLocked, tokenRemoved, keyNotFound, tokenFailure.
    static std::shared_ptr<const Signer> open(const std::shared_ptr<Pkcs11Module>& module, const Pkcs11Uri& uri, std::string_view pin,
                                              std::optional<SignatureAlgorithm> algorithm = std::nullopt);
};

}  // namespace congvu::signing
