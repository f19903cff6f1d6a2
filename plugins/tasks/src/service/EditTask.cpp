// SPDX-License-Identifier: Apache-2.0
#include "service/EditTask.h"

#include "congvu/error/AppError.h"
#include "service/Deadlines.h"
#include "service/ParentRules.h"
#include "storage/FieldRepository.h"

namespace congvu::tasks {

void EditTask::run(const ActTarget& target, const TaskEdit& input) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::edit);
        Task after = before;
        after.title = input.title;
        after.content = input.content;
        after.urgency = input.urgency;
        if (before.dueOn != input.dueOn) {
            if (input.dueOn && *input.dueOn < clock_.today()) {
                throw AppError::invalidField("/dueOn", "tasks.deadline-in-past");
            }
            refuseAfterParent(tx, before, input.dueOn);
            after.dueOn = input.dueOn;
            after.originalDueOn = input.dueOn;
        }
        if (input.field) {
            after.field = FieldRepository::settle(tx, before.agencyId, *input.field);
        }
        after.leaderPostId = input.leaderPostId.value_or(before.leaderPostId);
        if (after.leaderPostId != before.leaderPostId && !targets_.isPostOf(after.leaderPostId, before.agencyId)) {
            throw AppError::invalidField("/leaderPostId", "tasks.unknown-post");
        }
        recorder_.changed(tx, target.caller, before, after, {"edit", "", deadlineChange(before.dueOn, after.dueOn)});
    });
}

}  // namespace congvu::tasks
