// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ActInputs.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// Gives a task back to the assigner with the reason (trả lại), because it belongs to another unit. The assigner gives it to somebody
/// else or cancels it.
class ReturnTask {
public:
    ReturnTask(db::Db& db, const TaskRecorder& recorder) : db_(db), recorder_(recorder) {}
    void run(const ActTarget& target, const ActReason& input);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
};

}  // namespace congvu::tasks
