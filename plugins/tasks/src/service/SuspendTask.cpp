// SPDX-License-Identifier: Apache-2.0
#include "service/SuspendTask.h"

namespace congvu::tasks {

void SuspendTask::run(const ActTarget& target, const ActReason& input) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::suspend);
        Task after = before;
        after.state = TaskState::suspended;
        after.suspendedFrom = before.state;
        recorder_.changed(tx, target.caller, before, after, {"suspend", input.reason, "{}"});
        notices_.toHolders(tx, after, "suspended", {{"person", target.caller.personName}, {"note", input.reason}});
    });
}

}  // namespace congvu::tasks
