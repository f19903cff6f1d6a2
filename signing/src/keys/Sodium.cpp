// SPDX-License-Identifier: Apache-2.0
#include "keys/Sodium.h"

#include <sodium.h>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::keys {

void startSodium() {
    if (sodium_init() < 0) {
        throw SigningError(ErrorCode::cryptoFailure, "libsodium could not be started");
    }
}

}  // namespace congvu::signing::keys
