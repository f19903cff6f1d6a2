// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"
#include "pdf/IncrementalWriter.h"

namespace congvu::signing::pdf {

/// A PNG taken apart into colour and transparency, compressed and ready to be embedded.
struct PngImage {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    Bytes colours;  ///< compressed RGB
    Bytes alpha;    ///< compressed 8 bit soft mask; empty for an opaque image

    /// Throws SigningError(unreadableImage): not a PNG, more than 8 MiB or more than 16 million pixels.
    static PngImage decode(ByteView png);
};

/// Points that one pixel takes according to the resolution in the PNG (pHYs, ISO/IEC 15948, 11.3.5.3); 0 when it says none.
double pointsPerPixel(ByteView png);

/// Writes the image XObject and its soft mask; gives the image's number. Into PDF/A documents colours go calibrated, and
/// where soft masks are forbidden the image stands on white.
ObjectNumber embedImage(IncrementalWriter& writer, const PngImage& image);

}  // namespace congvu::signing::pdf
