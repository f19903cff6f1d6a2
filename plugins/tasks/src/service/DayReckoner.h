// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"
#include "domain/Timeliness.h"

#include <string_view>

namespace congvu::tasks {

/// The longest notice before a deadline, in working days; more than that is a slip of the keyboard.
inline constexpr int kLongestNotice = 60;

/// Answers the days that decide about due soon and overdue, from clock, calendar of working days and the unit's settings.
class DayReckoner {
public:
    DayReckoner(const Clock& clock, const calendar::WorkingCalendar& calendar, const settings::Settings& settings)
        : clock_(clock), calendar_(calendar), settings_(settings) {}

    [[nodiscard]] Reckoning forUnit(std::string_view unitId) const;

private:
    const Clock& clock_;
    const calendar::WorkingCalendar& calendar_;
    const settings::Settings& settings_;
};

}  // namespace congvu::tasks
