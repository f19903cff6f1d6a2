// SPDX-License-Identifier: Apache-2.0
#include "domain/Series.h"

#include <algorithm>
#include <chrono>

namespace congvu::tasks {

namespace {

/// How many months one turn of the rhythm takes.
int monthsOf(Rhythm rhythm) {
    return rhythm == Rhythm::monthly ? 1 : rhythm == Rhythm::quarterly ? 3 : 12;
}

Date dayInMonth(std::chrono::year_month month, std::int64_t day) {
    const auto last = std::chrono::year_month_day_last{month.year(), std::chrono::month_day_last{month.month()}}.day();
    const auto wanted = std::min(static_cast<unsigned>(day), static_cast<unsigned>(last));
    return Date{static_cast<int>(month.year()), static_cast<unsigned>(month.month()), wanted};
}

Date firstWeekday(std::int64_t day, const Date& from) {
    const int today = static_cast<int>(from.weekday().iso_encoding());
    return from.plusDays((static_cast<int>(day) - today + 7) % 7);
}

}  // namespace

Date firstRhythmDay(const RhythmDay& rhythm, const Date& from) {
    if (rhythm.rhythm == Rhythm::weekly) {
        return firstWeekday(rhythm.day, from);
    }
    const int turn = monthsOf(rhythm.rhythm);
    const int monthInTurn = turn == 1 ? 0 : static_cast<int>(rhythm.month) - 1;
    const int start = (static_cast<int>(from.month()) - 1) / turn * turn;
    auto month = std::chrono::year{from.year()} / std::chrono::month{static_cast<unsigned>(start + monthInTurn + 1)};
    auto day = dayInMonth(month, rhythm.day);
    while (day < from) {
        month += std::chrono::months{turn};
        day = dayInMonth(month, rhythm.day);
    }
    return day;
}

std::optional<Date> nextDayOf(const Series& series, const Date& from) {
    const auto day = firstRhythmDay(series.rhythm, std::max(from, series.startsOn));
    return series.endsOn && *series.endsOn < day ? std::nullopt : std::optional{day};
}

}  // namespace congvu::tasks
