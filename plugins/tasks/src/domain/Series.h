// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"
#include "domain/TaskKind.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::tasks {

enum class Rhythm { weekly, monthly, quarterly, yearly };

/// Where a day goes that is no working day.
enum class WorkingDayRule { keep, before, after };

/// The days of a rhythm. weekly: `day` 1 (Monday) … 7; else the day of the month 1 … 31, the last one where the month is shorter.
/// quarterly: `month` 1 … 3 of the quarter; yearly: 1 … 12; else unused.
struct RhythmDay {
    Rhythm rhythm = Rhythm::monthly;
    std::int64_t day = 1;
    std::int64_t month = 1;
};

/// A task that comes again (nhiệm vụ định kỳ).
struct Series {
    std::string id;
    std::string agencyId;
    std::string title;
    std::string content;
    Urgency urgency = Urgency::normal;
    std::string field;
    std::string unitId;
    std::optional<std::string> postId;
    std::string assignerPostId;
    std::string assignerName;  ///< snapshot
    RhythmDay rhythm;
    WorkingDayRule workingDay = WorkingDayRule::before;
    std::int64_t noticeDays = 5;  ///< working days before the deadline on which the task is given
    Date startsOn;
    std::optional<Date> endsOn;
    bool isActive = true;
    std::optional<Date> nextOn;  ///< next day of the rhythm; nothing after the last one
    std::string problem;         ///< message id: why the last task could not be given
    Timestamp createdAt;
    Timestamp updatedAt;
    std::int64_t version = 1;
};

/// The first day of the rhythm on or after `from`.
[[nodiscard]] Date firstRhythmDay(const RhythmDay& rhythm, const Date& from);
/// The same within the life of the series: nothing after its end.
[[nodiscard]] std::optional<Date> nextDayOf(const Series& series, const Date& from);

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::Rhythm> {
    using Rhythm = congvu::tasks::Rhythm;
    static constexpr std::array values{
        std::pair{Rhythm::weekly, std::string_view{"weekly"}}, std::pair{Rhythm::monthly, std::string_view{"monthly"}},
        std::pair{Rhythm::quarterly, std::string_view{"quarterly"}}, std::pair{Rhythm::yearly, std::string_view{"yearly"}}};
};

template <>
struct congvu::json::EnumNames<congvu::tasks::WorkingDayRule> {
    using Rule = congvu::tasks::WorkingDayRule;
    static constexpr std::array values{std::pair{Rule::keep, std::string_view{"keep"}}, std::pair{Rule::before, std::string_view{"before"}},
                                       std::pair{Rule::after, std::string_view{"after"}}};
};
