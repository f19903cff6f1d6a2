// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/asn1.h>

#include "congvu/signing/Time.h"

namespace congvu::signing::crypto {

/// UTCTime or GeneralizedTime as an instant; the epoch when it cannot be read.
Instant instantOf(const ASN1_TIME* time);

}  // namespace congvu::signing::crypto
