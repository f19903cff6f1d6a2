// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/Certificate.h"
#include "congvu/signing/keys/SecretText.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::keys {

/// The keys and certificates of a PKCS#12 container (RFC 7292, 4), in the order in which they lie there.
struct Pkcs12Bags {
    std::vector<SecretText> keys;  ///< PKCS#8 DER
    std::vector<Certificate> certificates;
};

/// Decrypts the bags. Keys go from OpenSSL's PKCS#8 form straight into locked memory: PKCS12_parse would make key objects
/// of them, whose decoder leaves the DER behind. `passphrase` ends with a zero. Throws SigningError: wrongPin (the MAC is
/// another's), unreadableKey (damaged, or a key inside an encrypted part asks for too much).
Pkcs12Bags openBags(const PKCS12* container, const SecretText& passphrase, OSSL_LIB_CTX* context);

}  // namespace congvu::signing::keys
