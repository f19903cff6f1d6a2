// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ActInputs.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// The assigner stops the clock of a task for a while (tạm dừng).
class SuspendTask {
public:
    SuspendTask(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices) : db_(db), recorder_(recorder), notices_(notices) {}
    void run(const ActTarget& target, const ActReason& input);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
};

}  // namespace congvu::tasks
