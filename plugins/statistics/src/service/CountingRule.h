// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingTime.h"
#include "congvu/settings/Settings.h"
#include "service/FigureSources.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::statistics {

/// By what days are counted now: the office hours, the calendar of working days, and what each source says. A day that was counted by
/// another rule must be counted anew, for example after a holiday was entered. Made for one request or one run, which it reads them for.
class CountingRule {
public:
    CountingRule(const settings::Settings& settings, const calendar::WorkingCalendar& calendar);

    [[nodiscard]] const calendar::WorkingTime& time() const { return time_; }
    /// The rule as a text; equal texts count equally.
    [[nodiscard]] std::string of(const RunningSource& source, const std::string& agencyId, Date day);

private:
    /// A fingerprint of the working days of a year.
    const std::string& calendarOf(int year);

    calendar::WorkingTime time_;
    std::map<int, std::string> calendars_;
    std::map<std::pair<std::string_view, std::string>, std::string> sourceRules_;
};

}  // namespace congvu::statistics
