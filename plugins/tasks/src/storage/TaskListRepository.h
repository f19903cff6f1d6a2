// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    /// Ordered by deadline (those without one last, or first when reversed), then id; keyset paging.
    static db::Page<Task> list(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer, const Reckoning& reckoning,
                               const db::PageRequest& request);
    /// How many tasks of the filter stand in each stage; the filter's own stage is ignored.
    static std::map<std::string, std::int64_t> countByStage(db::Reader& reader, const TaskFilter& filter, const Viewer& viewer,
                                                            const Reckoning& reckoning);
    /// Open tasks with a deadline up to `dueUntil` that were not reminded of today, nearest deadline first.
    struct Reminder {
        Task task;
        std::optional<Date> remindedFor;  ///< the deadline that was already announced
    };
    static std::vector<Reminder> toRemind(db::Reader& reader, const Date& today, const Date& dueUntil, std::int64_t limit);
    static void markReminded(db::Tx& tx, std::string_view taskId, const Date& today, const std::optional<Date>& announcedDeadline);
};

}  // namespace congvu::tasks
