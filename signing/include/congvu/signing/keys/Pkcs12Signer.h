// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "congvu/signing/keys/Signer.h"

namespace congvu::signing {

/// A key in a PKCS#12 container (RFC 7292), old RC2 and 3DES containers included. The key is loaded once.
class Pkcs12Signer {
public:
    /// Throws SigningError: wrongPin, unreadableKey.
    static std::shared_ptr<const Signer> load(ByteView container, std::string_view passphrase);
};

}  // namespace congvu::signing
