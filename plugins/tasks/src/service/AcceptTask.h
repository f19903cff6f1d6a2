// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ActInputs.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// The head of the unit, or the post it was given to, takes the task on (tiếp nhận). Whoever accepts holds it until handlers are named.
class AcceptTask {
public:
    AcceptTask(db::Db& db, const TaskRecorder& recorder) : db_(db), recorder_(recorder) {}
    void run(const ActTarget& target);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
};

}  // namespace congvu::tasks
