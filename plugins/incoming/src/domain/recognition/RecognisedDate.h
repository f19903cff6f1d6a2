// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageText.h"

#include "congvu/time/Date.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace congvu::incoming {

/// A day that was recognised in a picture.
struct RecognisedDate {
    Date day;
    std::size_t first = 0;    ///< index of the word with "ngày"
    std::size_t last = 0;     ///< index of the word with the last figure of the year
    bool isRepaired = false;  ///< letters were taken for digits: never sure
};

/// Finds "ngày 05 tháng 3 năm 2026" among recognised words, whatever blanks are lost or added ("ngày05 thá ng 3") and with one wrong letter
/// in each of the three words. Only real days are found.
std::optional<RecognisedDate> recognisedDateIn(const std::vector<Token>& tokens);

}  // namespace congvu::incoming
