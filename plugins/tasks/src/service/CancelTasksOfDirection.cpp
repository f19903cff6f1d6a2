// SPDX-License-Identifier: Apache-2.0
#include "service/CancelTasksOfDirection.h"

#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void CancelTasksOfDirection::run(const WithdrawnDirection& direction, const std::string& agencyId, const std::string& actorPostId) {
    db_.write([&](db::Tx& tx) {
        // Remembered even if the direction itself never came, so that a late delivery makes no tasks.
        TaskRepository::rememberDirection(tx, direction.directionId, direction.documentId, "withdrawn", clock_.now());
        const auto actor = actorOfPost(directory_, actorPostId, agencyId);
        for (const auto& listed : TaskRepository::ofDirection(tx, direction.directionId)) {
            // Read again: cancelling a lead task has cancelled what hangs below it.
            const auto task = TaskRepository::find(tx, listed.id);
            if (task && isOpen(task->state)) {
                cancel_.cancelWithChildren(tx, actor, *task, direction.reason);
            }
        }
    });
}

}  // namespace congvu::tasks
