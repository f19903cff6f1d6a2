// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ActInputs.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

#include <string>

namespace congvu::tasks {

/// The assigner stops the clock of a task for a while (tạm dừng). What hangs below it stops with it; a result that was handed in already
/// goes on being reviewed.
class SuspendTask {
public:
    SuspendTask(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices, const Clock& clock)
        : db_(db), recorder_(recorder), notices_(notices), clock_(clock) {}
    void run(const ActTarget& target, const ActReason& input);

private:
    void suspend(db::Tx& tx, const http::Caller& actor, const Task& task, const std::string& rootId, const std::string& reason) const;

    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
    const Clock& clock_;
};

}  // namespace congvu::tasks
