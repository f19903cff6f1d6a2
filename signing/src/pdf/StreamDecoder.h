// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"
#include "pdf/Object.h"

namespace congvu::signing::pdf {

/// Decodes stream data through FlateDecode and ASCIIHexDecode with PNG and TIFF predictors, the filters that
/// cross-reference and object streams use. `dictionary` has no indirect values in /Filter and /DecodeParms.
/// Throws SigningError: malformedPdf (also for other filters), limitExceeded above `largestResult` bytes.
Bytes decodeStream(const Object& dictionary, ByteView data, std::size_t largestResult);

/// zlib compression as FlateDecode wants it.
Bytes deflate(ByteView data);

}  // namespace congvu::signing::pdf
