// SPDX-License-Identifier: Apache-2.0
#include "keys/EcdsaValue.h"

#include <openssl/ecdsa.h>

#include "crypto/OpenSsl.h"

namespace congvu::signing::keys {

Bytes ecdsaValueOf(ByteView halves) {
    const auto half = static_cast<int>(halves.size() / 2);
    const std::unique_ptr<ECDSA_SIG, crypto::Deleter<ECDSA_SIG_free>> value(ECDSA_SIG_new());
    BIGNUM* r = BN_bin2bn(halves.data(), half, nullptr);
    BIGNUM* s = BN_bin2bn(halves.data() + half, half, nullptr);
    if (halves.empty() || halves.size() % 2 != 0 || ECDSA_SIG_set0(value.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        throw SigningError(ErrorCode::tokenFailure, "an ECDSA value that is not two numbers of the same length");
    }
    return crypto::toDer(value.get(), i2d_ECDSA_SIG);
}

}  // namespace congvu::signing::keys
