// SPDX-License-Identifier: Apache-2.0
#include "service/AcceptTask.h"

namespace congvu::tasks {

void AcceptTask::run(const ActTarget& target) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::accept);
        Task after = before;
        after.state = TaskState::inProgress;
        after.leadPostId = before.leadPostId.value_or(target.caller.postId);
        recorder_.changed(tx, target.caller, before, after, {"accept", "", "{}"});
    });
}

}  // namespace congvu::tasks
