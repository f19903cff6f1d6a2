// SPDX-License-Identifier: Apache-2.0
#include "storage/TaskListRepository.h"

#include "congvu/db/Conditions.h"
#include "congvu/lists/MarkerFilter.h"
#include "storage/TaskRepository.h"
#include "storage/TaskRow.h"

#include <algorithm>

namespace congvu::tasks {

namespace {

/// The plus keeps the planner on the index that runs along the deadline; the period alone would make it sort every row of the period.
constexpr const char* kGivenAlongDeadline = "+t.created_at";

void restrictToScope(db::Conditions& conditions, const TaskFilter& filter, const Viewer& viewer) {
    switch (filter.scope) {
        case TaskScope::visible:
            TaskRepository::restrictTo(conditions, viewer);
            return;
        case TaskScope::mine:
            conditions.where("t.id IN (SELECT a.task_id FROM tasks_access a WHERE a.token = ? AND a.relation = 'handler')",
                             {conditions.keep("post:" + viewer.postId)});
            return;
        case TaskScope::unit:
            conditions.where("t.unit_id = ?", {viewer.unitId});
            TaskRepository::restrictTo(conditions, viewer);
            return;
        case TaskScope::given:
            conditions.where("t.assigner_post_id = ?", {viewer.postId});
            return;
    }
}

std::string dayColumn(DeadlineBasis basis) {
    return basis == DeadlineBasis::current ? "t.due_on" : "t.original_due_on";
}

void restrictToOpenWithDeadline(db::Conditions& conditions, const std::string& due) {
    conditions.where("t.is_open = TRUE AND t.state NOT IN ('returned', 'suspended') AND " + due + " IS NOT NULL");
}

void restrictToTimeliness(db::Conditions& conditions, Timeliness timeliness, const Reckoning& reckoning) {
    const auto due = dayColumn(reckoning.basis);
    switch (timeliness) {
        case Timeliness::none:
            conditions.where("t.state IN ('returned', 'suspended', 'cancelled')");
            return;
        case Timeliness::noDeadline:
            conditions.where("t.state NOT IN ('returned', 'suspended', 'cancelled') AND " + due + " IS NULL");
            return;
        case Timeliness::inTerm:
            restrictToOpenWithDeadline(conditions, due);
            conditions.where(due + " >= COALESCE(t.judged_on, ?)", {reckoning.today});
            return;
        case Timeliness::dueSoon:
            restrictToOpenWithDeadline(conditions, due);
            conditions.where("t.judged_on IS NULL AND " + due + " >= ? AND " + due + " <= ?", {reckoning.today, reckoning.dueSoonUntil});
            return;
        case Timeliness::overdue:
            restrictToOpenWithDeadline(conditions, due);
            conditions.where(due + " < COALESCE(t.judged_on, ?)", {reckoning.today});
            return;
        case Timeliness::doneOnTime:
            conditions.where("t.state = 'done' AND " + due + " >= t.judged_on");
            return;
        case Timeliness::doneLate:
            conditions.where("t.state = 'done' AND " + due + " < t.judged_on");
            return;
    }
}

/// One unit, or a list of ids with commas between.
void restrictToUnits(db::Conditions& conditions, std::string_view ids) {
    std::string places;
    while (!ids.empty()) {
        const auto end = std::min(ids.find(','), ids.size());
        places += (places.empty() ? "" : ", ") + conditions.bind(ids.substr(0, end));
        ids.remove_prefix(std::min(end + 1, ids.size()));
    }
    conditions.where("t.unit_id IN (" + places + ")");
}

/// By due_sort, which holds the same day and stands in the indexes; tasks without a deadline come last there.
void restrictToDue(db::Conditions& conditions, const TaskFilter& filter) {
    if (filter.dueFrom) {
        conditions.where("t.due_sort >= ?", {*filter.dueFrom});
    }
    if (filter.dueUntil) {
        conditions.where("t.due_sort <= ?", {*filter.dueUntil});
    }
    if (filter.dueFrom || filter.dueUntil) {
        conditions.where("t.due_sort < ?", {kNoDeadlineSort});
    }
}

/// Every word must occur somewhere in the folded text; "%" and "_" of the user are plain characters.
void restrictToText(db::Conditions& conditions, std::string_view folded) {
    while (!folded.empty()) {
        const auto end = folded.find(' ');
        std::string pattern = "%";
        for (const char character : folded.substr(0, end)) {
            if (character == '%' || character == '_' || character == '\\') {
                pattern += '\\';
            }
            pattern += character;
        }
        conditions.where("t.folded LIKE ? ESCAPE '\\'", {conditions.keep(pattern + '%')});
        folded = end == std::string_view::npos ? std::string_view{} : folded.substr(end + 1);
    }
}

std::string sortValue(const Task& task) {
    return task.dueOn ? task.dueOn->toString() : std::string{kNoDeadlineSort};
}

/// " FROM " with the table of tasks; what is marked is read first, there is little of it.
std::string fromTasks(const TaskFilter& filter) {
    return (filter.markerId.empty() ? " FROM " : " FROM " + std::string{lists::kMarkedFrom}) + "tasks_task t ";
}

void restrictToMarked(db::Conditions& conditions, const TaskFilter& filter) {
    if (!filter.markerId.empty()) {
        conditions.where(lists::markedCondition({"t.id", "tasks", "task"}, "?", "?"), {filter.markerOwner, filter.markerId});
    }
}

std::int64_t countUpToCap(db::Reader& reader, const db::Conditions& conditions, const TaskFilter& filter) {
    const auto sql = "SELECT COUNT(*) FROM (SELECT 1" + fromTasks(filter) + "WHERE " + conditions.sql() + " LIMIT " +
                     std::to_string(db::kTotalCap) + ") capped";
    return reader.one(sql, conditions.params(), [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

}  // namespace

void TaskListRepository::restrictTo(db::Conditions& conditions, const TaskFilter& filter, const Viewer& viewer,
                                    const Reckoning& reckoning) {
    restrictToScope(conditions, filter, viewer);
    if (filter.isOpen) {
        conditions.where("t.is_open = ?", {*filter.isOpen});
    }
    if (filter.state) {
        conditions.where("t.state = ?", {json::nameOf(*filter.state)});
    }
    if (filter.timeliness) {
        restrictToTimeliness(conditions, *filter.timeliness, reckoning);
    }
    if (filter.kind) {
        conditions.where("t.kind = ?", {json::nameOf(*filter.kind)});
    }
    if (filter.unitId) {
        restrictToUnits(conditions, *filter.unitId);
    }
    if (filter.isCounted) {
        conditions.where("t.state NOT IN ('returned', 'cancelled')");
    }
    if (filter.handlerPostId) {
        conditions.where("t.id IN (SELECT h.task_id FROM tasks_access h WHERE h.token = ? AND h.relation = 'handler')",
                         {conditions.keep("post:" + *filter.handlerPostId)});
    }
    if (filter.leaderPostId) {
        conditions.where("t.leader_post_id = ?", {*filter.leaderPostId});
    }
    if (filter.field) {
        conditions.where("t.field = ?", {*filter.field});
    }
    if (filter.origin) {
        conditions.where("t.origin = ?", {json::nameOf(*filter.origin)});
    }
    restrictToDue(conditions, filter);
    restrictToText(conditions, filter.foldedText);
}

void TaskListRepository::restrictToGiven(db::Conditions& conditions, const TaskFilter& filter, const std::string& column) {
    if (filter.givenFrom) {
        conditions.where(column + " >= ?", {startOfDayInVietnam(*filter.givenFrom)});
    }
    if (filter.givenUntil) {
        conditions.where(column + " < ?", {startOfDayInVietnam(filter.givenUntil->plusDays(1))});
    }
}

db::Page<Task> TaskListRepository::list(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer, const Reckoning& reckoning,
                                        const db::PageRequest& request) {
    db::Conditions conditions;
    restrictTo(conditions, filter, viewer, reckoning);
    restrictToGiven(conditions, filter, kGivenAlongDeadline);
    restrictToMarked(conditions, filter);
    if (filter.stage) {
        conditions.where("t.stage = ?", {json::nameOf(*filter.stage)});
    }
    const auto total = request.cursor.empty() ? std::optional{countUpToCap(reader, conditions, filter)} : std::nullopt;
    const bool isAscending = filter.order == TaskOrder::dueFirst;
    std::vector<std::string> after;
    if (!request.cursor.empty()) {
        after = db::unpackCursor(request.cursor, 2);
        conditions.where(isAscending ? "(t.due_sort, t.id) > (?, ?)" : "(t.due_sort, t.id) < (?, ?)", {after[0], after[1]});
    }
    std::string sql = "SELECT " + std::string{kTaskColumns} + fromTasks(filter) + "WHERE " + conditions.sql();
    sql += isAscending ? " ORDER BY t.due_sort, t.id" : " ORDER BY t.due_sort DESC, t.id DESC";
    sql += " LIMIT " + conditions.bind(request.limit + 1);
    auto page = db::makePage(reader.list(sql, conditions.params(), taskFrom), request, [](const Task& task) {
        return std::vector{sortValue(task), task.id};
    });
    page.total = total;
    return page;
}

std::map<std::string, std::int64_t> TaskListRepository::countByStage(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer,
                                                                     const Reckoning& reckoning) {
    db::Conditions conditions;
    restrictTo(conditions, filter, viewer, reckoning);
    restrictToGiven(conditions, filter, "t.created_at");
    restrictToMarked(conditions, filter);
    std::map<std::string, std::int64_t> counts;
    const auto sql =
        "SELECT t.stage, COUNT(*)" + fromTasks(filter) + "WHERE " + conditions.sql() + " GROUP BY t.stage ORDER BY t.stage LIMIT 10";
    reader.query(sql, conditions.params(), [&](const db::Row& row) { counts[row.string(0)] = row.integer(1); });
    return counts;
}

std::map<Date, TaskListRepository::Day> TaskListRepository::byDay(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer,
                                                                  const Reckoning& reckoning, std::int64_t firstOfEach) {
    std::map<Date, Day> days;
    db::Conditions conditions;
    restrictTo(conditions, filter, viewer, reckoning);
    restrictToGiven(conditions, filter, kGivenAlongDeadline);
    restrictToMarked(conditions, filter);
    reader.query("SELECT t.due_sort, COUNT(*), SUM(CASE WHEN t.is_open = TRUE THEN 1 ELSE 0 END)" + fromTasks(filter) + "WHERE " +
                     conditions.sql() + " GROUP BY t.due_sort ORDER BY t.due_sort LIMIT 100",
                 conditions.params(), [&](const db::Row& row) {
                     days[row.date(0)] = {row.integer(1), row.integer(2), {}};
                 });
    const auto numbered = "SELECT t.id, ROW_NUMBER() OVER (PARTITION BY t.due_sort ORDER BY t.is_open DESC, t.id) AS place" +
                          fromTasks(filter) + "WHERE " + conditions.sql();
    const auto most = conditions.bind(firstOfEach);
    const auto sql = "SELECT " + std::string{kTaskColumns} + " FROM tasks_task t WHERE t.id IN (SELECT n.id FROM (" + numbered +
                     ") n WHERE n.place <= " + most + ") ORDER BY t.due_sort, t.is_open DESC, t.id LIMIT 500";
    reader.query(sql, conditions.params(), [&](const db::Row& row) {
        auto task = taskFrom(row);
        days[*task.dueOn].first.push_back(std::move(task));
    });
    return days;
}

std::vector<TaskListRepository::Reminder> TaskListRepository::toRemind(db::Reader& reader, const Date& today, const Date& dueUntil,
                                                                       std::int64_t limit) {
    const auto sql = "SELECT " + std::string{kTaskColumns} + R"(, t.reminded_for FROM tasks_task t
        WHERE t.state IN ('assigned', 'in_progress') AND t.due_sort <= $1
          AND (t.reminded_on IS NULL OR t.reminded_on < $2)
        ORDER BY t.due_sort, t.id LIMIT $3)";
    return reader.list(sql, {dueUntil, today, limit}, [](const db::Row& row) {
        return Reminder{taskFrom(row), row.optionalDate(kTaskColumnCount)};
    });
}

void TaskListRepository::markReminded(db::Tx& tx, std::string_view taskId, const Date& today,
                                      const std::optional<Date>& announcedDeadline) {
    tx.execute("UPDATE tasks_task SET reminded_on = $2, reminded_for = COALESCE($3, reminded_for) WHERE id = $1",
               {taskId, today, announcedDeadline});
}

}  // namespace congvu::tasks
