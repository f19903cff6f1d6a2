// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/PrivateKeySigner.h"

#include "keys/EvpSigner.h"
#include "keys/SecureHeap.h"

namespace congvu::signing {

std::shared_ptr<const Signer> PrivateKeySigner::load(const SecretText& pkcs8, const Certificate& certificate,
                                                     std::vector<Certificate> chain, std::optional<SignatureAlgorithm> algorithm) {
    crypto::KeyPointer key = keys::privateKeyOf(pkcs8);
    crypto::require(key != nullptr, ErrorCode::unreadableKey, "not a PKCS#8 private key");
    return std::make_shared<keys::EvpSigner>(std::move(key), certificate, std::move(chain), algorithm);
}

}  // namespace congvu::signing
