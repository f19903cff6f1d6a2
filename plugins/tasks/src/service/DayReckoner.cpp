// SPDX-License-Identifier: Apache-2.0
#include "service/DayReckoner.h"

#include <algorithm>

namespace congvu::tasks {

Reckoning DayReckoner::forUnit(std::string_view unitId) const {
    const auto today = clock_.today();
    const auto days = std::clamp<std::int64_t>(settings_.number("tasks.due_soon_days", unitId), 0, kLongestNotice);
    const bool countsOriginal = settings_.text("tasks.counted_deadline", unitId) == "original";
    return {.today = today,
            .dueSoonUntil = calendar_.addWorkingDays(today, static_cast<int>(days)),
            .basis = countsOriginal ? DeadlineBasis::original : DeadlineBasis::current};
}

}  // namespace congvu::tasks
