// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::signing::pades {

/// What a field's /DA says that is kept when another font is used (ISO 32000-2, 12.7.4.3).
struct DefaultAppearance {
    double fontSize = 0;         ///< 0: as large as fits
    std::string colour = "0 g";  ///< the colour operator with its operands

    static DefaultAppearance parse(std::string_view text);
};

}  // namespace congvu::signing::pades
