// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ActInputs.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// Đôn đốc by hand: the assigner or the office reminds those who work on the task. Counted and logged.
class UrgeTask {
public:
    UrgeTask(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices, const Clock& clock)
        : db_(db), recorder_(recorder), notices_(notices), clock_(clock) {}
    void run(const ActTarget& target, const ActRemark& input);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
    const Clock& clock_;
};

}  // namespace congvu::tasks
