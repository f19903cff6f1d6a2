// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SignatureAlgorithm.h"

namespace congvu::signing {

/// The public half of a key that lives elsewhere: a token at the desk, a phone, a remote service. With it
/// `PadesSignature::prepare` makes what must be signed; the value comes back to `PadesSignature::finish`.
struct DeferredSigner {
    Certificate certificate;
    std::vector<Certificate> chain;
    SignatureAlgorithm algorithm = SignatureAlgorithm::rsaPkcs1Sha256;
};

/// What the certificate's key signs with unless told otherwise: RSA with SHA-256, ECDSA with the digest of the curve's size. Throws
/// SigningError(unreadableKey) for keys that make no document signatures.
SignatureAlgorithm usualAlgorithmOf(const Certificate& certificate);

}  // namespace congvu::signing
