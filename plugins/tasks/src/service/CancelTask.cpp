// SPDX-License-Identifier: Apache-2.0
#include "service/CancelTask.h"

#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void CancelTask::run(const ActTarget& target, const ActReason& input) {
    db_.write([&](db::Tx& tx) {
        const auto task = taskForAct(tx, target, TaskAct::cancel);
        cancelWithChildren(tx, target.caller, task, input.reason);
    });
}

int CancelTask::cancelWithChildren(db::Tx& tx, const http::Caller& actor, const Task& task, const std::string& reason) const {
    int cancelled = 0;
    for (const auto& child : TaskRepository::children(tx, task.id, viewerOf(actor))) {
        if (isOpen(child.task.state)) {
            cancelled += cancelWithChildren(tx, actor, child.task, reason);
        }
    }
    Task after = task;
    after.state = TaskState::cancelled;
    recorder_.changed(tx, actor, task, after, {"cancel", reason, "{}"});
    notices_.toHolders(tx, after, "cancelled", {{"person", actor.personName}, {"note", reason}});
    return cancelled + 1;
}

}  // namespace congvu::tasks
