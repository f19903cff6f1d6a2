// SPDX-License-Identifier: Apache-2.0
#include "service/TaskGate.h"

#include "congvu/error/AppError.h"
#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

Task taskForAct(db::Reader& reader, const ActTarget& target, TaskAct act) {
    const auto viewer = viewerOf(target.caller);
    auto task = TaskRepository::findVisible(reader, target.taskId, viewer);
    if (!task) {
        throw AppError::notFound();
    }
    if (target.expectedVersion && *target.expectedVersion != task->version) {
        throw AppError::stale();
    }
    if (!isEntitled(relationOf(*task, viewer), act)) {
        throw AppError::forbidden();
    }
    if (!stateAfter(task->state, act)) {
        throw AppError(ErrorKind::conflict, "tasks.wrong-state", {{"state", std::string{json::nameOf(task->state)}}});
    }
    return std::move(*task);
}

}  // namespace congvu::tasks
