// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"

namespace congvu::signing::keys {

/// The SEQUENCE of r and s (ECDSA-Sig-Value, RFC 3279, 2.2.3) of two halves of the same length, as Cryptoki's CKM_ECDSA and
/// some services give them. Throws SigningError(tokenFailure).
Bytes ecdsaValueOf(ByteView halves);

}  // namespace congvu::signing::keys
