// SPDX-License-Identifier: Apache-2.0
#include "congvu/calendar/WorkingTime.h"

namespace congvu::calendar {

std::chrono::minutes WorkingTime::between(Timestamp from, Timestamp until) const {
    if (until <= from) {
        return std::chrono::minutes{0};
    }
    const auto first = dayInVietnam(from);
    const auto last = dayInVietnam(until);
    // Working days of [first, last): the calendar counts those behind the first day that it is given, the last one included.
    const auto wholeDays = calendar_.workingDaysBetween(first.plusDays(-1), last.plusDays(-1));
    return hours_.perDay() * wholeDays + passedOn(last, until) - passedOn(first, from);
}

std::chrono::minutes WorkingTime::passedOn(Date day, Timestamp at) const {
    if (!calendar_.isWorkingDay(day)) {
        return std::chrono::minutes{0};
    }
    return hours_.passed(std::chrono::floor<std::chrono::minutes>(at - startOfDayInVietnam(day)));
}

}  // namespace congvu::calendar
