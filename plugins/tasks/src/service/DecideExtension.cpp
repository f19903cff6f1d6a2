// SPDX-License-Identifier: Apache-2.0
#include "service/DecideExtension.h"

#include "congvu/error/AppError.h"
#include "service/Deadlines.h"
#include "service/ParentRules.h"
#include "storage/ExtensionRepository.h"

namespace congvu::tasks {

void DecideExtension::run(const ActTarget& target, const ExtensionDecision& input) {
    check(input);
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::decideExtension);
        auto extension = before.pendingExtensionId ? ExtensionRepository::find(tx, *before.pendingExtensionId) : std::nullopt;
        if (!extension) {
            throw AppError(ErrorKind::conflict, "tasks.no-extension-pending");
        }
        if (input.isGranted) {
            refuseAfterParent(tx, before, input.dueOn.value_or(extension->newDueOn));
        }
        storeDecision(tx, target.caller, *extension, input);
        Task after = before;
        after.pendingExtensionId.reset();
        if (input.isGranted) {
            after.dueOn = extension->grantedDueOn;
            after.extensionCount += 1;
        }
        const std::string act = input.isGranted ? "grant-extension" : "refuse-extension";
        recorder_.changed(tx, target.caller, before, after, {act, input.note, deadlineChange(before.dueOn, after.dueOn)});
        notices_.toPosts(tx, after, {extension->requestedByPostId}, input.isGranted ? "extension-granted" : "extension-refused",
                         {{"person", target.caller.personName}, {"note", input.note}, {"date", after.dueOn->toDisplay()}});
    });
}

void DecideExtension::check(const ExtensionDecision& input) const {
    if (!input.isGranted && input.note.empty()) {
        throw AppError::invalidField("/note", "required");
    }
    if (input.isGranted && input.dueOn && *input.dueOn < clock_.today()) {
        throw AppError::invalidField("/dueOn", "tasks.deadline-in-past");
    }
}

void DecideExtension::storeDecision(db::Tx& tx, const http::Caller& caller, Extension& extension, const ExtensionDecision& input) const {
    extension.state = input.isGranted ? ExtensionState::granted : ExtensionState::refused;
    extension.decidedByName = caller.personName;
    extension.decidedAt = clock_.now();
    extension.decisionNote = input.note;
    if (input.isGranted) {
        extension.grantedDueOn = input.dueOn.value_or(extension.newDueOn);
    }
    ExtensionRepository::decide(tx, extension);
}

}  // namespace congvu::tasks
