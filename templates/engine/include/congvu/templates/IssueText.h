// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace congvu::templates {

/// The number as printed before the symbol: below 10 with a leading zero ("05", "12", "1482").
/// Decree 30/2020, App. I, part II, item 3.
std::string documentNumber(unsigned long number);

/// "ngày 05 tháng 02 năm 2026": days below 10 and months 1 and 2 with a leading zero.
/// Decree 30/2020, App. I, part II, item 4.
std::string dateInWords(std::chrono::year_month_day date);

/// The whole line for the field NgayBanHanh: "Lâm Đồng, ngày 05 tháng 02 năm 2026".
std::string placeAndDate(const std::string& place, std::chrono::year_month_day date);

}  // namespace congvu::templates
