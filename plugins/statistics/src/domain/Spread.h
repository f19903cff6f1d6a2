// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>

namespace congvu::statistics {

/// How long something took, in working hours: half of all took no longer than the median, nine of ten no longer than the ninetieth
/// percentile (nearest rank: both are times that were measured, to the half hour).
struct Spread {
    std::int64_t amount = 0;
    double medianHours = 0;
    double ninetiethHours = 0;
};

/// From how many took how many half hours.
[[nodiscard]] Spread spreadOf(const std::map<std::int64_t, std::int64_t>& amountsByHalfHours);

}  // namespace congvu::statistics
