// SPDX-License-Identifier: Apache-2.0
#include "service/SendBackResult.h"

namespace congvu::tasks {

void SendBackResult::run(const ActTarget& target, const ActReason& input) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::sendBack);
        Task after = before;
        after.state = TaskState::inProgress;
        after.judgedOn.reset();
        recorder_.changed(tx, target.caller, before, after, {"send-back", input.reason, "{}"});
    });
}

}  // namespace congvu::tasks
