// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/DeferredSigner.h"

#include "crypto/CertificateNative.h"
#include "keys/EvpSigner.h"

namespace congvu::signing {

SignatureAlgorithm usualAlgorithmOf(const Certificate& certificate) {
    return keys::defaultAlgorithm(X509_get0_pubkey(crypto::x509Of(certificate)));
}

}  // namespace congvu::signing
