// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/PrivateKeySigner.h"

#include "crypto/OpenSsl.h"
#include "keys/EvpSigner.h"

namespace congvu::signing {

std::shared_ptr<const Signer> PrivateKeySigner::load(const SecretText& pkcs8, const Certificate& certificate,
                                                     std::vector<Certificate> chain) {
    const auto* position = reinterpret_cast<const unsigned char*>(pkcs8.view().data());
    crypto::KeyPointer key(d2i_AutoPrivateKey(nullptr, &position, static_cast<long>(pkcs8.size())));
    crypto::require(key != nullptr, ErrorCode::unreadableKey, "not a PKCS#8 private key");
    return std::make_shared<keys::EvpSigner>(std::move(key), certificate, std::move(chain));
}

}  // namespace congvu::signing
