// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/ports/FigureSource.h"
#include "domain/Task.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// SQL of what statistics count: tasks by the day they were given, and which of these days changed (tasks_figure_day).
class FigureRepository {
public:
    /// The task is new or changed.
    static void markChanged(db::Tx& tx, const Task& task);

    /// Tasks that were given on that day, but for returned and cancelled ones: unit, state, deadlines, days and times, nothing else.
    static std::vector<Task> ofDay(db::Reader& reader, std::string_view agencyId, Date day);
    static std::vector<ports::FigureDay> days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until);
    static std::vector<ports::FigureDay> changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit);
};

}  // namespace congvu::tasks
