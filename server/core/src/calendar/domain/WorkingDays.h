// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calendar/domain/CalendarDay.h"

#include "congvu/time/Date.h"

#include <map>
#include <vector>

namespace congvu::core {

/// Counts working days with the table of exceptions: a holiday is off, a make-up day is on, else Monday to Friday are on.
class WorkingDays {
public:
    WorkingDays() = default;
    explicit WorkingDays(const std::vector<CalendarDay>& exceptions);

    [[nodiscard]] bool isWorkingDay(Date day) const;
    [[nodiscard]] Date add(Date start, int count) const;
    /// In (from, to]; negative when `to` lies before `from`.
    [[nodiscard]] int between(Date from, Date to) const;

private:
    std::map<Date, CalendarDayKind> exceptions_;
};

}  // namespace congvu::core
