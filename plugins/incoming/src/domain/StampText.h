// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace congvu::incoming {

/// What stands in the arrival stamp (dấu "ĐẾN", Decree 30/2020, App. IV, V).
struct StampText {
    std::string agency;
    std::string number;
    std::string day;
    std::string passedTo;
    std::string dossier;  ///< số và ký hiệu hồ sơ
};

/// Where its upper left corner stands on the first page as it is shown, in millimetres from the page's upper left corner.
struct StampPlace {
    double x = 0;
    double y = 0;
};

inline constexpr double kStampWidth = 50;   ///< millimetres
inline constexpr double kStampHeight = 35;  ///< millimetres

}  // namespace congvu::incoming
