// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/OfficeHours.h"
#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/time/Clock.h"

#include <chrono>
#include <utility>

namespace congvu::calendar {

/// Time that counts: office hours of working days, in Viet Nam. The calendar must outlive it.
class WorkingTime {
public:
    WorkingTime(const WorkingCalendar& calendar, OfficeHours hours) : calendar_(calendar), hours_(std::move(hours)) {}

    /// What of [from, until) counts; zero when `until` is not later.
    [[nodiscard]] std::chrono::minutes between(Timestamp from, Timestamp until) const;
    [[nodiscard]] const OfficeHours& hours() const { return hours_; }
    [[nodiscard]] const WorkingCalendar& calendar() const { return calendar_; }

private:
    [[nodiscard]] std::chrono::minutes passedOn(Date day, Timestamp at) const;

    const WorkingCalendar& calendar_;
    OfficeHours hours_;
};

}  // namespace congvu::calendar
