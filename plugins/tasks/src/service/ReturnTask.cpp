// SPDX-License-Identifier: Apache-2.0
#include "service/ReturnTask.h"

namespace congvu::tasks {

void ReturnTask::run(const ActTarget& target, const ActReason& input) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::giveBack);
        Task after = before;
        after.state = TaskState::returned;
        recorder_.changed(tx, target.caller, before, after, {"return", input.reason, "{}"});
    });
}

}  // namespace congvu::tasks
