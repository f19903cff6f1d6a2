// SPDX-License-Identifier: Apache-2.0
#include "service/ResumeTask.h"

#include "congvu/error/AppError.h"
#include "service/Deadlines.h"
#include "service/ParentRules.h"
#include "service/StoppedClock.h"
#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void ResumeTask::run(const ActTarget& target, const Resumption& input) {
    if (input.dueOn && *input.dueOn < clock_.today()) {
        throw AppError::invalidField("/dueOn", "tasks.deadline-in-past");
    }
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::resume);
        if (before.suspendedWith) {
            throw AppError(ErrorKind::conflict, "tasks.suspended-with-parent");
        }
        if (input.dueOn) {
            refuseAfterParent(tx, before, input.dueOn);
        }
        resume(tx, target.caller, before, input.dueOn, input.note);
        resumeBelow(tx, target.caller, before.id, before.id, input.note);
    });
}

void ResumeTask::resume(db::Tx& tx, const http::Caller& actor, const Task& before, const std::optional<Date>& newDueOn,
                        const std::string& note) const {
    Task after = before;
    after.state = before.suspendedFrom.value_or(TaskState::inProgress);
    after.suspendedFrom.reset();
    after.suspendedWith.reset();
    restartClock(after, clock_.today(), calendar_);
    if (newDueOn) {
        after.dueOn = newDueOn;
        after.originalDueOn = newDueOn;
    }
    recorder_.changed(tx, actor, before, after, {"resume", note, deadlineChange(before.dueOn, after.dueOn)});
    notices_.toHolders(tx, after, "resumed", {{"person", actor.personName}, {"note", note}});
}

void ResumeTask::resumeBelow(db::Tx& tx, const http::Caller& actor, const std::string& parentId, const std::string& rootId,
                             const std::string& note) const {
    for (const auto& child : TaskRepository::children(tx, parentId, viewerOf(actor))) {
        if (child.task.state == TaskState::suspended && child.task.suspendedWith == rootId) {
            resume(tx, actor, child.task, std::nullopt, note);
            resumeBelow(tx, actor, child.task.id, rootId, note);
        }
    }
}

}  // namespace congvu::tasks
