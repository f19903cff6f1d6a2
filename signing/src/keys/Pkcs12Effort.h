// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/pkcs12.h>

namespace congvu::signing {

/// Refuses a container that asks for more iterations of its key derivations than a wise one does (RFC 7292, 4; RFC 8018, 5.2;
/// RFC 7914): a damaged or hostile number would keep the program busy for hours. Throws SigningError(unreadableKey).
void requireBearableEffort(const PKCS12* container);
/// The same for one encryption, of a key that came to light only when its part was decrypted.
void requireBearableEffort(const X509_ALGOR* algorithm);

}  // namespace congvu::signing
