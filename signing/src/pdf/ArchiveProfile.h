// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/Reader.h"

namespace congvu::signing::pdf {

/// Which part of PDF/A (ISO 19005) a document claims to follow; what is added to it must keep that true.
struct ArchiveProfile {
    int part = 0;                  ///< pdfaid:part of the XMP metadata, 1 to 4; 0 for no claim
    bool hasOutputIntent = false;  ///< one for PDF/A: device colours have a meaning

    bool isClaimed() const { return part != 0; }
    /// ISO 19005-1, 6.4: no soft masks at all; later parts need a blending space, which the output intent gives (6.2.10).
    bool permitsSoftMasks() const { return part == 0 || (part > 1 && hasOutputIntent); }
    /// ISO 19005-1, 6.3.5: a subset of a CID font lists its CIDs.
    bool needsCidSet() const { return part == 1; }
    /// DeviceGray needs an output intent (ISO 19005-1 and -2, 6.2.3 and 6.2.4.3); DeviceRGB one of that kind.
    bool permitsDeviceGray() const { return part == 0 || hasOutputIntent; }

    static ArchiveProfile of(const Reader& reader);
};

/// Colour spaces that need no output intent (ISO 32000-2, 8.6.5.2 and 8.6.5.3): sRGB as CalRGB, and its grey.
Object calibratedRgb();
Object calibratedGray();

}  // namespace congvu::signing::pdf
