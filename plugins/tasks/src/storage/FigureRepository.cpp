// SPDX-License-Identifier: Apache-2.0
#include "storage/FigureRepository.h"

#include "congvu/db/Conditions.h"
#include "congvu/json/Decode.h"

#include <chrono>

namespace congvu::tasks {

namespace {

std::int64_t dayNumberOf(Date day) {
    return day.sysDays().time_since_epoch().count();
}

ports::FigureDay figureDayOf(const db::Row& row) {
    const std::chrono::sys_days day{std::chrono::days{row.integer(1)}};
    return {row.string(0), Date{std::chrono::year_month_day{day}}, row.integer(2)};
}

Task countedTaskOf(const db::Row& row) {
    Task task;
    task.unitId = row.string(0);
    task.state = json::enumFrom<TaskState>(row.text(1)).value_or(TaskState::cancelled);
    task.dueOn = row.optionalDate(2);
    task.originalDueOn = row.optionalDate(3);
    task.judgedOn = row.optionalDate(4);
    task.createdAt = row.time(5);
    task.closedAt = row.optionalTime(6);
    return task;
}

}  // namespace

void FigureRepository::markChanged(db::Tx& tx, const Task& task) {
    tx.execute(R"(INSERT INTO tasks_figure_day (agency_id, day, change)
                  VALUES ($1, $2, COALESCE((SELECT newest.change FROM tasks_figure_day newest ORDER BY newest.change DESC LIMIT 1), 0) + 1)
                  ON CONFLICT (agency_id, day) DO UPDATE SET change = excluded.change)",
               {task.agencyId, dayNumberOf(dayInVietnam(task.createdAt))});
}

std::vector<Task> FigureRepository::ofDay(db::Reader& reader, std::string_view agencyId, Date day) {
    return reader.list(R"(SELECT t.unit_id, t.state, t.due_on, t.original_due_on, t.judged_on, t.created_at, t.closed_at
                          FROM tasks_task t
                          WHERE t.agency_id = $1 AND t.created_at >= $2 AND t.created_at < $3 AND t.state NOT IN ('returned', 'cancelled')
                          ORDER BY t.created_at, t.unit_id LIMIT 100000)",
                       {agencyId, startOfDayInVietnam(day), startOfDayInVietnam(day.plusDays(1))}, countedTaskOf);
}

std::vector<ports::FigureDay> FigureRepository::days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until) {
    if (agencyIds.empty()) {
        return {};
    }
    db::Conditions conditions;
    std::string places;
    for (const auto& id : agencyIds) {
        places += (places.empty() ? "" : ", ") + conditions.bind(id);
    }
    conditions.where("agency_id IN (" + places + ") AND day >= ? AND day <= ?", {dayNumberOf(from), dayNumberOf(until)});
    return reader.list(
        "SELECT agency_id, day, change FROM tasks_figure_day WHERE " + conditions.sql() + " ORDER BY agency_id, day LIMIT 400000",
        conditions.params(), figureDayOf);
}

std::vector<ports::FigureDay> FigureRepository::changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) {
    return reader.list("SELECT agency_id, day, change FROM tasks_figure_day WHERE change > $1 ORDER BY change, agency_id, day LIMIT $2",
                       {change, limit}, figureDayOf);
}

}  // namespace congvu::tasks
