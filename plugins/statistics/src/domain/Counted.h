// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace congvu::statistics {

/// What was counted of one source in a period.
struct Counted {
    /// By measure and value, over all units.
    std::map<std::pair<std::string, std::string>, std::int64_t> amounts;
    /// By unit (or agency), measure and value.
    std::map<std::string, std::map<std::pair<std::string, std::string>, std::int64_t>> byUnit;
    /// Number of things by bucket of the course in time.
    std::map<std::string, std::int64_t> course;
    std::int64_t pendingDays = 0;  ///< days whose newest changes are not in these sums yet

    [[nodiscard]] std::int64_t amountOf(const std::string& measure, const std::string& value) const {
        const auto found = amounts.find({measure, value});
        return found == amounts.end() ? 0 : found->second;
    }
};

}  // namespace congvu::statistics
