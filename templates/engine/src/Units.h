// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace congvu::templates {

inline constexpr double kPointsPerMillimetre = 72.0 / 25.4;
inline constexpr double kPageWidthPt = 210 * kPointsPerMillimetre;
inline constexpr double kPageHeightPt = 297 * kPointsPerMillimetre;

constexpr double millimetres(double value) {
    return value * kPointsPerMillimetre;
}

}  // namespace congvu::templates
