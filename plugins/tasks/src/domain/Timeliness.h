// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace congvu::tasks {

/// How a task stands against its deadline. `none` for tasks that are returned, suspended or cancelled: nobody can be late with them.
enum class Timeliness { none, noDeadline, inTerm, dueSoon, overdue, doneOnTime, doneLate };

/// Which deadline "on time" is compared with (setting tasks.counted_deadline): the one in force, or the one before extensions.
enum class DeadlineBasis { current, original };

/// The days that decide, so that the rules below know neither clock nor calendar.
struct Reckoning {
    Date today;         ///< in Viet Nam
    Date dueSoonUntil;  ///< the last day that counts as due soon
    DeadlineBasis basis = DeadlineBasis::current;
};

[[nodiscard]] std::optional<Date> countedDeadline(const Task& task, DeadlineBasis basis);
/// A deadline day itself is still in term: overdue begins the day after.
[[nodiscard]] Timeliness timelinessOf(const Task& task, const Reckoning& reckoning);

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::Timeliness> {
    using Timeliness = congvu::tasks::Timeliness;
    static constexpr std::array values{
        std::pair{Timeliness::none, std::string_view{"none"}},         std::pair{Timeliness::noDeadline, std::string_view{"no_deadline"}},
        std::pair{Timeliness::inTerm, std::string_view{"in_term"}},    std::pair{Timeliness::dueSoon, std::string_view{"due_soon"}},
        std::pair{Timeliness::overdue, std::string_view{"overdue"}},   std::pair{Timeliness::doneOnTime, std::string_view{"done_on_time"}},
        std::pair{Timeliness::doneLate, std::string_view{"done_late"}}};
};

template <>
struct congvu::json::EnumNames<congvu::tasks::DeadlineBasis> {
    using Basis = congvu::tasks::DeadlineBasis;
    static constexpr std::array values{std::pair{Basis::current, std::string_view{"current"}},
                                       std::pair{Basis::original, std::string_view{"original"}}};
};
