// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "service/DayReckoner.h"
#include "service/TaskPresenter.h"
#include "service/TaskViews.h"

#include <string_view>

namespace congvu::tasks {

/// The tree a task stands in: who leads, who co-operates, the sub-tasks, and what they say about the tasks above them.
class ReadTree {
public:
    ReadTree(db::Db& db, const TaskPresenter& presenter, const DayReckoner& days) : db_(db), presenter_(presenter), days_(days) {}
    /// AppError notFound for a task that the caller may not see.
    [[nodiscard]] TreeView run(const http::Caller& caller, std::string_view taskId) const;

private:
    db::Db& db_;
    const TaskPresenter& presenter_;
    const DayReckoner& days_;
};

}  // namespace congvu::tasks
