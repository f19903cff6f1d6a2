// SPDX-License-Identifier: Apache-2.0
#include "jobs/NextRun.h"

namespace congvu::host {

Timestamp nextRun(const jobs::Schedule& schedule, std::optional<Timestamp> lastStart, Timestamp registeredAt) {
    const bool isDaily = schedule.sinceMidnight >= std::chrono::minutes{0};
    if (!isDaily) {
        return lastStart ? *lastStart + schedule.interval : registeredAt;
    }
    const auto after = lastStart.value_or(registeredAt);
    const auto sameDay = startOfDayInVietnam(dayInVietnam(after)) + schedule.sinceMidnight;
    return sameDay > after ? sameDay : sameDay + std::chrono::days{1};
}

}  // namespace congvu::host
