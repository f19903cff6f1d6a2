// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"

namespace congvu::signing::pdf {

// Filters of ISO 32000-2, 7.4, that need no library. Each throws SigningError: malformedPdf for data that is none of this
// kind, limitExceeded when the result would be larger than `largestResult`.

/// 7.4.2
Bytes decodeAsciiHex(ByteView data);
/// 7.4.3
Bytes decodeAscii85(ByteView data);
/// 7.4.4; `earlyChange`: whether codes grow one code early, as they do by default.
Bytes decodeLzw(ByteView data, bool earlyChange, std::size_t largestResult);
/// 7.4.5
Bytes decodeRunLength(ByteView data, std::size_t largestResult);

}  // namespace congvu::signing::pdf
