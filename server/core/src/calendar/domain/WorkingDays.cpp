// SPDX-License-Identifier: Apache-2.0
#include "calendar/domain/WorkingDays.h"

namespace congvu::core {

WorkingDays::WorkingDays(const std::vector<CalendarDay>& exceptions) {
    for (const auto& day : exceptions) {
        exceptions_.emplace(day.date, day.kind);
    }
}

bool WorkingDays::isWorkingDay(Date day) const {
    if (const auto exception = exceptions_.find(day); exception != exceptions_.end()) {
        return exception->second == CalendarDayKind::makeUpWorkday;
    }
    const auto weekday = day.weekday();
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

Date WorkingDays::add(Date start, int count) const {
    auto day = start;
    for (int left = count; left > 0;) {
        day = day.plusDays(1);
        left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

int WorkingDays::between(Date from, Date to) const {
    if (to < from) {
        return -between(to, from);
    }
    int count = 0;
    for (auto day = from; day < to;) {
        day = day.plusDays(1);
        count += isWorkingDay(day) ? 1 : 0;
    }
    return count;
}

}  // namespace congvu::core
