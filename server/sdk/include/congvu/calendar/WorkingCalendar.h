// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Date.h"

namespace congvu::calendar {

/// Working days: Monday to Friday, less holidays, plus make-up days of the editable table (Labour Code 2019 Art. 111, 112; swap days
/// are decided each year). Thread-safe, answers from memory.
class WorkingCalendar {
public:
    virtual ~WorkingCalendar() = default;
    [[nodiscard]] virtual bool isWorkingDay(Date day) const = 0;
    /// The day that is `count` working days after `start` (the start itself is not counted). count ≥ 0.
    [[nodiscard]] virtual Date addWorkingDays(Date start, int count) const = 0;
    /// Working days in (from, to]; negative when `to` lies before `from`.
    [[nodiscard]] virtual int workingDaysBetween(Date from, Date to) const = 0;
};

}  // namespace congvu::calendar
