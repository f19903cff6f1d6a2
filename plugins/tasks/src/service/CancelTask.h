// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ActInputs.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

#include <string>

namespace congvu::tasks {

/// The assigner cancels a task (huỷ). What hangs below it, co-operating tasks and sub-tasks that are still open, is cancelled with it.
class CancelTask {
public:
    CancelTask(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices) : db_(db), recorder_(recorder), notices_(notices) {}
    void run(const ActTarget& target, const ActReason& input);
    /// The same inside a transaction, without asking whether the actor may; returns how many tasks were cancelled.
    int cancelWithChildren(db::Tx& tx, const http::Caller& actor, const Task& task, const std::string& reason) const;

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
};

}  // namespace congvu::tasks
