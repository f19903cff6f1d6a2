// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/Signer.h"

#include "congvu/signing/SigningError.h"

namespace congvu::signing {

Bytes Signer::signDigest(ByteView /*digest*/) const {
    throw SigningError(ErrorCode::invalidArgument, "this key does not sign digests");
}

}  // namespace congvu::signing
