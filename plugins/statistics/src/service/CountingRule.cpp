// SPDX-License-Identifier: Apache-2.0
#include "service/CountingRule.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace congvu::statistics {

namespace {

/// Raised when a source gets another measure, so that it is counted for all days.
constexpr std::string_view kVersion = "1";
constexpr std::string_view kUsualHours = "07:30-11:30, 13:30-17:00";

calendar::OfficeHours officeHours(const settings::Settings& settings) {
    const auto chosen = calendar::OfficeHours::parse(settings.text("statistics.office_hours"));
    return chosen ? *chosen : calendar::OfficeHours::parse(kUsualHours).value();
}

std::string hexOf(std::uint64_t value) {
    std::array<char, 16> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return {digits.data(), end};
}

}  // namespace

CountingRule::CountingRule(const settings::Settings& settings, const calendar::WorkingCalendar& calendar)
    : time_(calendar, officeHours(settings)) {}

std::string CountingRule::of(const RunningSource& source, const std::string& agencyId, Date day) {
    const auto known = sourceRules_.find({source.shown->id, agencyId});
    const auto& ofSource = known != sourceRules_.end()
                               ? known->second
                               : sourceRules_.emplace(std::pair{source.shown->id, agencyId}, source.answers->rule(agencyId)).first->second;
    // What began in a year may end in the next one.
    return std::string{kVersion} + '|' + time_.hours().toString() + '|' + calendarOf(day.year()) + calendarOf(day.year() + 1) + '|' +
           ofSource;
}

const std::string& CountingRule::calendarOf(int year) {
    if (const auto known = calendars_.find(year); known != calendars_.end()) {
        return known->second;
    }
    // FNV-1a over one sign for each day.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (Date day{year, 1, 1}; day.year() == year; day = day.plusDays(1)) {
        hash = (hash ^ (time_.calendar().isWorkingDay(day) ? 1U : 2U)) * 0x100000001b3ULL;
    }
    return calendars_.emplace(year, hexOf(hash)).first->second;
}

}  // namespace congvu::statistics
