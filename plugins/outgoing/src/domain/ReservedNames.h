// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace congvu::outgoing {

/// The reserved fields that every form of templates/ has (docs/decisions/0005), and those of a drafter's own file.
inline constexpr std::string_view kPersonField = "NguoiKy";
inline constexpr std::string_view kSealField = "CoQuan";
inline constexpr std::string_view kNumberField = "SoKyHieu";
inline constexpr std::string_view kDateField = "NgayBanHanh";  ///< place and date, the whole line
/// The blanks of a line "…, ngày … tháng … năm …" that the file prints itself.
inline constexpr std::string_view kDayField = "NgayBanHanhNgay";
inline constexpr std::string_view kMonthField = "NgayBanHanhThang";
inline constexpr std::string_view kYearField = "NgayBanHanhNam";

}  // namespace congvu::outgoing
