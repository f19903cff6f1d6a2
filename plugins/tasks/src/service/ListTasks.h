// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/db/Page.h"
#include "congvu/http/Caller.h"
#include "domain/TaskFilter.h"
#include "service/DayReckoner.h"
#include "service/TaskPresenter.h"
#include "service/TaskViews.h"

namespace congvu::tasks {

/// Lists, the board and the four counters, each under the row-level policy.
class ListTasks {
public:
    ListTasks(db::Db& db, const TaskPresenter& presenter, const DayReckoner& days, const directory::Directory& directory)
        : db_(db), presenter_(presenter), days_(days), directory_(directory) {}

    [[nodiscard]] db::Page<TaskCard> list(const http::Caller& caller, const TaskFilter& filter, const db::PageRequest& request) const;
    /// The same within a reading of somebody else.
    [[nodiscard]] db::Page<TaskCard> list(db::Reader& reader, const http::Caller& caller, const TaskFilter& filter,
                                          const db::PageRequest& request) const;
    /// Columns new, doing, review and done with their counts and first pages; the filter's own stage is ignored.
    [[nodiscard]] Board board(const http::Caller& caller, const TaskFilter& filter, std::int64_t cardsPerColumn) const;
    /// The month of that day, from the Monday before it to the Sunday after it; the filter's own deadline is ignored.
    [[nodiscard]] CalendarView calendar(const http::Caller& caller, TaskFilter filter, const Date& month) const;
    /// Units: all of the agency for tasks.read-all, the own one for its head, none for others.
    [[nodiscard]] CountersView counters(const http::Caller& caller) const;
    /// What the filters of the lists offer: fields and leaders of the agency.
    [[nodiscard]] ChoicesView choices(const http::Caller& caller) const;

private:
    db::Db& db_;
    const TaskPresenter& presenter_;
    const DayReckoner& days_;
    const directory::Directory& directory_;
};

}  // namespace congvu::tasks
