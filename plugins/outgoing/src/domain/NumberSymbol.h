// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Date.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// The number as it is written: below ten with a leading zero (Decree 30/2020, App. I, II.3).
std::string displayNumber(std::int64_t number);
/// "05/UBND-VP": number, slash, symbol, no blanks.
std::string numberAndSymbol(std::int64_t number, std::string_view symbol);
/// The symbol of a document: "QĐ-UBND" for a named type, "UBND-VP" (issuer, drafting unit) for an official letter, which has no type
/// abbreviation.
std::string symbolOf(std::string_view typeAbbreviation, std::string_view issuerAbbreviation, std::string_view unitAbbreviation);
/// "Sông Mẫu, ngày 05 tháng 02 năm 2026": days below ten and January and February with a leading zero (App. I, II.4).
std::string placeAndDate(std::string_view place, Date date);

}  // namespace congvu::outgoing
