// SPDX-License-Identifier: Apache-2.0
#include "service/RequestExtension.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "service/Deadlines.h"
#include "service/ParentRules.h"
#include "storage/ExtensionRepository.h"

namespace congvu::tasks {

void RequestExtension::run(const ActTarget& target, const ExtensionRequest& input) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::askExtension);
        check(before, input);
        refuseAfterParent(tx, before, input.dueOn);
        Extension extension;
        extension.id = newId();
        extension.taskId = before.id;
        extension.oldDueOn = *before.dueOn;
        extension.newDueOn = input.dueOn;
        extension.reason = input.reason;
        extension.requestedByPostId = target.caller.postId;
        extension.requestedByName = target.caller.personName;
        extension.requestedAt = clock_.now();
        ExtensionRepository::insert(tx, extension);
        Task after = before;
        after.pendingExtensionId = extension.id;
        recorder_.changed(tx, target.caller, before, after, {"ask-extension", input.reason, deadlineChange(before.dueOn, input.dueOn)});
    });
}

void RequestExtension::check(const Task& task, const ExtensionRequest& input) const {
    if (!task.dueOn) {
        throw AppError(ErrorKind::conflict, "tasks.without-deadline");
    }
    if (task.pendingExtensionId) {
        throw AppError(ErrorKind::conflict, "tasks.extension-pending");
    }
    if (input.dueOn < clock_.today()) {
        throw AppError::invalidField("/dueOn", "tasks.deadline-in-past");
    }
    if (!(*task.dueOn < input.dueOn)) {
        throw AppError::invalidField("/dueOn", "tasks.deadline-not-later");
    }
}

}  // namespace congvu::tasks
