// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/Pkcs12Signer.h"

#include "congvu/signing/keys/Pkcs12Container.h"
#include "congvu/signing/keys/PrivateKeySigner.h"

namespace congvu::signing {

std::shared_ptr<const Signer> Pkcs12Signer::load(ByteView container, std::string_view passphrase) {
    Pkcs12Content content = Pkcs12Container::open(container, passphrase);
    return PrivateKeySigner::load(content.pkcs8, content.certificate, std::move(content.chain));
}

}  // namespace congvu::signing
