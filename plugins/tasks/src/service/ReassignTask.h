// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/TargetResolver.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// One of unitId and postId. Without dueOn the deadline stays.
struct Reassignment {
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::optional<Date> dueOn;
    std::string note;
};

/// The assigner gives a returned task to another unit or post (giao lại). Co-operating tasks then report to the new lead.
class ReassignTask {
public:
    ReassignTask(db::Db& db, const TaskRecorder& recorder, const TargetResolver& targets, const Clock& clock)
        : db_(db), recorder_(recorder), targets_(targets), clock_(clock) {}
    /// AppError invalid for the target (TargetResolver), a deadline in the past, and a sub-task that would leave the unit of the task above
    /// it or end after it.
    void run(const ActTarget& target, const Reassignment& input);

private:
    [[nodiscard]] TaskTarget check(const http::Caller& caller, const Reassignment& input) const;
    void keepBelowParent(db::Reader& reader, const Task& task, const TaskTarget& whom, const Reassignment& input) const;

    db::Db& db_;
    const TaskRecorder& recorder_;
    const TargetResolver& targets_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::Reassignment> {
    static auto fields() {
        using Input = congvu::tasks::Reassignment;
        return std::tuple{field("unitId", &Input::unitId).maxLength(40), field("postId", &Input::postId).maxLength(40),
                          field("dueOn", &Input::dueOn), field("note", &Input::note).maxLength(2000).multiline()};
    }
};
