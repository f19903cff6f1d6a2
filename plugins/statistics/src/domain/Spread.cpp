// SPDX-License-Identifier: Apache-2.0
#include "domain/Spread.h"

namespace congvu::statistics {

namespace {

/// The smallest time within which `tenths` tenths of all lie.
double hoursOfRank(const std::map<std::int64_t, std::int64_t>& amounts, std::int64_t total, std::int64_t tenths) {
    const auto rank = (total * tenths + 9) / 10;
    std::int64_t passed = 0;
    for (const auto& [halfHours, amount] : amounts) {
        passed += amount;
        if (passed >= rank) {
            return static_cast<double>(halfHours) / 2;
        }
    }
    return 0;
}

}  // namespace

Spread spreadOf(const std::map<std::int64_t, std::int64_t>& amountsByHalfHours) {
    Spread spread;
    for (const auto& [halfHours, amount] : amountsByHalfHours) {
        spread.amount += amount;
    }
    spread.medianHours = hoursOfRank(amountsByHalfHours, spread.amount, 5);
    spread.ninetiethHours = hoursOfRank(amountsByHalfHours, spread.amount, 9);
    return spread;
}

}  // namespace congvu::statistics
