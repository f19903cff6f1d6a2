// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/keys/SecretText.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::keys {

/// Starts OpenSSL's heap for private numbers, once for the process: locked, kept out of core dumps, wiped when freed. What
/// the program itself has started is used as it is.
void startSecureHeap();

/// The private key of a PKCS#8 DER, its numbers in that heap; null when it cannot be read. OpenSSL's own decoder would
/// leave copies of the DER behind.
crypto::KeyPointer privateKeyOf(const SecretText& pkcs8);

}  // namespace congvu::signing::keys
