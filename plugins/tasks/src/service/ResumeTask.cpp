// SPDX-License-Identifier: Apache-2.0
#include "service/ResumeTask.h"

#include "congvu/error/AppError.h"

namespace congvu::tasks {

void ResumeTask::run(const ActTarget& target, const Resumption& input) {
    if (input.dueOn && *input.dueOn < clock_.today()) {
        throw AppError::invalidField("/dueOn", "tasks.deadline-in-past");
    }
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::resume);
        Task after = before;
        after.state = before.suspendedFrom.value_or(TaskState::inProgress);
        after.suspendedFrom.reset();
        if (input.dueOn) {
            after.dueOn = input.dueOn;
            after.originalDueOn = input.dueOn;
        }
        recorder_.changed(tx, target.caller, before, after, {"resume", input.note, "{}"});
        notices_.toHolders(tx, after, "resumed", {{"person", target.caller.personName}, {"note", input.note}});
    });
}

}  // namespace congvu::tasks
