// SPDX-License-Identifier: Apache-2.0
#include "service/SuspendTask.h"

#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void SuspendTask::run(const ActTarget& target, const ActReason& input) {
    db_.write([&](db::Tx& tx) {
        const auto task = taskForAct(tx, target, TaskAct::suspend);
        suspend(tx, target.caller, task, task.id, input.reason);
    });
}

void SuspendTask::suspend(db::Tx& tx, const http::Caller& actor, const Task& task, const std::string& rootId,
                          const std::string& reason) const {
    for (const auto& child : TaskRepository::children(tx, task.id, viewerOf(actor))) {
        if (stateAfter(child.task.state, TaskAct::suspend)) {
            suspend(tx, actor, child.task, rootId, reason);
        }
    }
    Task after = task;
    after.state = TaskState::suspended;
    after.suspendedFrom = task.state;
    after.suspendedOn = clock_.today();
    after.suspendedWith = task.id == rootId ? std::nullopt : std::optional{rootId};
    recorder_.changed(tx, actor, task, after, {"suspend", reason, "{}"});
    notices_.toHolders(tx, after, "suspended", {{"person", actor.personName}, {"note", reason}});
}

}  // namespace congvu::tasks
