// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/CancelTask.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

#include <string>
#include <tuple>

namespace congvu::tasks {

/// `endCooperation`: with a lead task its co-operating tasks end too. Those that were submitted are accepted, the others cancelled.
struct ResultAcceptance {
    std::string note;
    bool endCooperation = true;
};

/// The assigner accepts a submitted result: the task is done (duyệt hoàn thành). It counts from the day of the submission. A lead task is
/// done by this act alone; a co-operating task may also be accepted by the lead unit.
class AcceptResult {
public:
    AcceptResult(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices, const CancelTask& cancel)
        : db_(db), recorder_(recorder), notices_(notices), cancel_(cancel) {}
    void run(const ActTarget& target, const ResultAcceptance& input);

private:
    void accept(db::Tx& tx, const http::Caller& actor, const Task& task, const std::string& note) const;
    void endCooperation(db::Tx& tx, const http::Caller& actor, const Task& lead) const;

    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
    const CancelTask& cancel_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::ResultAcceptance> {
    static auto fields() {
        using Input = congvu::tasks::ResultAcceptance;
        return std::tuple{field("note", &Input::note).maxLength(2000).multiline(), field("endCooperation", &Input::endCooperation)};
    }
};
