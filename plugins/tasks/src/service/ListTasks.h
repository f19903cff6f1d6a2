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
    ListTasks(db::Db& db, const TaskPresenter& presenter, const DayReckoner& days) : db_(db), presenter_(presenter), days_(days) {}

    [[nodiscard]] db::Page<TaskCard> list(const http::Caller& caller, const TaskFilter& filter, const db::PageRequest& request) const;
    /// Columns new, doing, review and done with their counts and first pages; the filter's own stage is ignored.
    [[nodiscard]] Board board(const http::Caller& caller, const TaskFilter& filter, std::int64_t cardsPerColumn) const;
    /// Units: all of the agency for tasks.read-all, the own one for its head, none for others.
    [[nodiscard]] CountersView counters(const http::Caller& caller) const;

private:
    [[nodiscard]] db::Page<TaskCard> page(db::Reader& reader, const http::Caller& caller, const TaskFilter& filter,
                                          const db::PageRequest& request) const;

    db::Db& db_;
    const TaskPresenter& presenter_;
    const DayReckoner& days_;
};

}  // namespace congvu::tasks
