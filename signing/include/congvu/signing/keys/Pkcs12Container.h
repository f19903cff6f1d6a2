// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SecretText.h"

namespace congvu::signing {

/// What a PKCS#12 container holds.
struct Pkcs12Content {
    SecretText pkcs8;  ///< the private key (PKCS#8 DER) in locked memory
    Certificate certificate;
    std::vector<Certificate> chain;  ///< nearest issuer first, roots left out
    std::vector<Certificate> roots;  ///< self-signed certificates of the container; not relied on
};

/// Opens a PKCS#12 container (RFC 7292), old RC2 and 3DES containers included, for example to seal its key anew.
class Pkcs12Container {
public:
    /// Throws SigningError: wrongPin, unreadableKey.
    static Pkcs12Content open(ByteView container, std::string_view passphrase);
};

}  // namespace congvu::signing
