// SPDX-License-Identifier: Apache-2.0
#include "service/UrgeTask.h"

#include "congvu/ids/Id.h"
#include "storage/UrgingRepository.h"

namespace congvu::tasks {

void UrgeTask::run(const ActTarget& target, const ActRemark& input) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::urge);
        Task after = before;
        after.urgeCount += 1;
        UrgingRepository::insert(tx, {newId(), before.id, clock_.now(), target.caller.personName, input.note, std::nullopt});
        recorder_.changed(tx, target.caller, before, after, {"urge", input.note, "{}"});
        notices_.toHolders(tx, after, "urged", {{"person", target.caller.personName}, {"note", input.note}});
    });
}

}  // namespace congvu::tasks
