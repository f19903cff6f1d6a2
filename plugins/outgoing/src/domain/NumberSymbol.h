// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Date.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// The number as it is written: below ten with a leading zero (Decree 30/2020, App. I, II.3).
std::string displayNumber(std::int64_t number);
/// "05/UBND-VP": number, slash, symbol, no blanks. A symbol that begins with a separator of its own ("-CT/TU", documents of the Party)
/// follows the number without the slash.
std::string numberAndSymbol(std::int64_t number, std::string_view symbol);
/// The symbol of a document: "QĐ-UBND" for a named type or a copy, "UBND-VP" (issuer, drafting unit) for an official letter or a public
/// letter, which have no type abbreviation (Decree 30/2020, App. III).
std::string symbolOf(std::string_view typeAbbreviation, std::string_view issuerAbbreviation, std::string_view unitAbbreviation);
/// The symbol as a form's field and a record have it: without the slash that stands between it and the number.
std::string symbolOfTail(std::string_view tail);
/// True for the abbreviations of copies: SY, SL, TrS (Decree 30/2020, App. III).
bool isCopy(std::string_view typeAbbreviation);
/// How the head of the agency has its documents numbered.
enum class Numbering { oneSequence, sequenceOfEachType, groupsOfTypes };
/// The yearly sequence in which a document gets its number (Decree 30/2020, Art. 15): empty for the common one, the type's abbreviation
/// where types are numbered separately. Copies (SY, SL, TrS) always share one sequence of their own.
std::string numberGroupOf(std::string_view typeAbbreviation, Numbering numbering);
/// "05", "02", "11": days below ten and January and February with a leading zero (App. I, II.4).
std::string displayDay(Date date);
std::string displayMonth(Date date);
/// "Sông Mẫu, ngày 05 tháng 02 năm 2026".
std::string placeAndDate(std::string_view place, Date date);

}  // namespace congvu::outgoing
