// SPDX-License-Identifier: Apache-2.0
#include "service/ReassignTask.h"

#include "service/Cooperation.h"
#include "service/Deadlines.h"
#include "service/ParentRules.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void ReassignTask::run(const ActTarget& target, const Reassignment& input) {
    const auto whom = check(target.caller, input);
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::reassign);
        keepBelowParent(tx, before, whom, input);
        Task after = before;
        after.state = TaskState::assigned;
        after.unitId = whom.unitId;
        after.leadPostId = whom.postId;
        after.handlerPostIds.clear();
        if (input.dueOn) {
            after.dueOn = input.dueOn;
            after.originalDueOn = input.dueOn;
        }
        recorder_.changed(tx, target.caller, before, after, {"reassign", input.note, deadlineChange(before.dueOn, after.dueOn)});
        if (after.kind == TaskKind::lead) {
            reportToNewLead(tx, recorder_, target.caller, after);
        }
    });
}

void ReassignTask::keepBelowParent(db::Reader& reader, const Task& task, const TaskTarget& whom, const Reassignment& input) const {
    if (task.kind != TaskKind::subtask || !task.parentId) {
        return;
    }
    const auto parent = TaskRepository::find(reader, *task.parentId);
    if (parent && !targets_.isBelow(whom.unitId, parent->unitId)) {
        throw AppError::invalidField(input.postId ? "/postId" : "/unitId", "tasks.handler-not-in-unit");
    }
    if (input.dueOn) {
        refuseAfterParent(reader, task, input.dueOn);
    }
}

TaskTarget ReassignTask::check(const http::Caller& caller, const Reassignment& input) const {
    std::vector<FieldError> errors;
    auto whom = targets_.resolve(caller, input.unitId, input.postId, "", errors);
    if (input.dueOn && *input.dueOn < clock_.today()) {
        errors.push_back({"/dueOn", "tasks.deadline-in-past", {}});
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    return whom;
}

}  // namespace congvu::tasks
