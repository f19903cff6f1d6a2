// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ActInputs.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// The assigner (for co-operating tasks also the lead unit) does not accept the result and says what is missing (yêu cầu làm lại).
class SendBackResult {
public:
    SendBackResult(db::Db& db, const TaskRecorder& recorder) : db_(db), recorder_(recorder) {}
    void run(const ActTarget& target, const ActReason& input);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
};

}  // namespace congvu::tasks
