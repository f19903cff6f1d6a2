// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/FourCounters.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::tasks {

/// What the rows of the report on assigned tasks stand for. `period`: the month in which the tasks were given.
enum class ReportGroup { unit, leader, field, origin, period };

/// One row: the counters of the tasks with the same key (id of the unit or post, field, name of the origin, "YYYY-MM").
struct ReportRow {
    std::string key;
    FourCounters counters;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::ReportGroup> {
    using Group = congvu::tasks::ReportGroup;
    static constexpr std::array values{
        std::pair{Group::unit, std::string_view{"unit"}}, std::pair{Group::leader, std::string_view{"leader"}},
        std::pair{Group::field, std::string_view{"field"}}, std::pair{Group::origin, std::string_view{"origin"}},
        std::pair{Group::period, std::string_view{"period"}}};
};
