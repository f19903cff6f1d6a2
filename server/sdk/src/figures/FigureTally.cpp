// SPDX-License-Identifier: Apache-2.0
#include "congvu/figures/FigureTally.h"

namespace congvu::figures {

void FigureTally::add(std::string_view measure, const Place& place, std::string_view value, std::int64_t amount) {
    amounts_[{std::string{measure}, place.unitId, place.registerCode, std::string{value}}] += amount;
}

void FigureTally::addTime(std::string_view status, const Place& place, std::chrono::minutes time) {
    constexpr std::int64_t kHalfHour = 30;
    const auto halfHours = (time.count() + kHalfHour / 2) / kHalfHour;
    add(std::string{measure::kTimePrefix} + std::string{status}, place, std::to_string(halfHours));
}

std::vector<FigureCell> FigureTally::cells() const {
    std::vector<FigureCell> cells;
    cells.reserve(amounts_.size());
    for (const auto& [key, amount] : amounts_) {
        const auto& [measure, unitId, registerCode, value] = key;
        cells.push_back({measure, unitId, registerCode, value, amount});
    }
    return cells;
}

}  // namespace congvu::figures
