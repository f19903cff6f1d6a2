// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace congvu::signingdesk {

/// A QR code (ISO/IEC 18004, error correction level M) of the text as an SVG document with the quiet zone of four modules.
std::string qrPicture(const std::string& text);

}  // namespace congvu::signingdesk
