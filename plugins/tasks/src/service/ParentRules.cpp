// SPDX-License-Identifier: Apache-2.0
#include "service/ParentRules.h"

#include "congvu/error/AppError.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void refuseAfterParent(db::Reader& reader, const Task& task, const std::optional<Date>& dueOn) {
    const auto parent =
        task.kind == TaskKind::subtask && task.parentId ? TaskRepository::find(reader, *task.parentId) : std::optional<Task>{};
    if (parent && parent->dueOn && (!dueOn || *parent->dueOn < *dueOn)) {
        throw AppError::invalidField("/dueOn", "tasks.deadline-after-parent", {{"date", parent->dueOn->toDisplay()}});
    }
}

}  // namespace congvu::tasks
