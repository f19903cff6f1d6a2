// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageText.h"

#include "congvu/time/Date.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace congvu::incoming {

/// A day that stands in a list of words.
struct FoundDate {
    Date day;
    std::size_t first = 0;  ///< index of its first word
    std::size_t last = 0;   ///< index of its last word
    bool hasYear = true;    ///< false when only day and month are written and `day` has the year that was assumed
};

/// Reads a day that begins at the word `at`: "05/03/2026", "5-3-2026", "05/3" or "05 tháng 3 năm 2026", with or without a word "ngày"
/// before it. Without a year `assumedYear` is taken. Nothing when no real day stands there.
std::optional<FoundDate> dateAt(const std::vector<Token>& tokens, std::size_t at, int assumedYear);

/// Place and date of issue: "Lâm Đồng, ngày 23 tháng 11 năm 2026" in the head of page 1.
struct PlaceAndDate {
    ReadField place;
    ReadField date;
};
PlaceAndDate readPlaceAndDate(const PageText& page);

}  // namespace congvu::incoming
