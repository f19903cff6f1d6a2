// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Conditions.h"
#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "domain/TaskFilter.h"

#include <map>
#include <string>
#include <vector>

namespace congvu::tasks {

/// Lists of tasks under the row-level policy. What a filter by timeliness finds is what the four counters count.
class TaskListRepository {
public:
    /// Adds what the filter asks of task `t`, the row-level policy with it, but for order, stage, marker and the period in which it was
    /// given. What is handed in must outlive the statement.
    static void restrictTo(db::Conditions& conditions, const TaskFilter& filter, const Viewer& viewer, const Reckoning& reckoning);
    /// Adds that period, by a column or an expression that holds created_at.
    static void restrictToGiven(db::Conditions& conditions, const TaskFilter& filter, const std::string& column);
    /// Ordered by deadline (those without one last, or first when reversed), then id; keyset paging.
    static db::Page<Task> list(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer, const Reckoning& reckoning,
                               const db::PageRequest& request);
    /// How many tasks of the filter stand in each stage; the filter's own stage is ignored.
    static std::map<std::string, std::int64_t> countByStage(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer,
                                                            const Reckoning& reckoning);
    /// Tasks of one deadline day: how many, how many of them open, and the first few.
    struct Day {
        std::int64_t count = 0;
        std::int64_t open = 0;
        std::vector<Task> first;
    };
    /// By deadline in force, from the filter's dueFrom to its dueUntil, which must both be there; days without tasks are left out.
    static std::map<Date, Day> byDay(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer, const Reckoning& reckoning,
                                     std::int64_t firstOfEach);
    /// Open tasks with a deadline up to `dueUntil` that were not reminded of today, nearest deadline first.
    struct Reminder {
        Task task;
        std::optional<Date> remindedFor;  ///< the deadline that was already announced
    };
    static std::vector<Reminder> toRemind(db::Reader& reader, const Date& today, const Date& dueUntil, std::int64_t limit);
    static void markReminded(db::Tx& tx, std::string_view taskId, const Date& today, const std::optional<Date>& announcedDeadline);
};

}  // namespace congvu::tasks
