// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "domain/TaskKind.h"
#include "service/TargetResolver.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// The whole editable part of a task. No dueOn means: no deadline.
struct TaskEdit {
    std::string title;
    std::string content;
    Urgency urgency = Urgency::normal;
    std::optional<Date> dueOn;
    std::optional<std::string> field;         ///< absent: as it was
    std::optional<std::string> leaderPostId;  ///< absent: as it was
};

/// The assigner corrects a task. A deadline that the assigner changes on his own is no extension: it becomes the original one too.
class EditTask {
public:
    EditTask(db::Db& db, const TaskRecorder& recorder, const TargetResolver& targets, const Clock& clock)
        : db_(db), recorder_(recorder), targets_(targets), clock_(clock) {}
    /// AppError invalid "/dueOn" when a changed deadline lies in the past or after that of the task above, "/leaderPostId" for a post that
    /// is not of the agency.
    void run(const ActTarget& target, const TaskEdit& input);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const TargetResolver& targets_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::TaskEdit> {
    static auto fields() {
        using Input = congvu::tasks::TaskEdit;
        return std::tuple{field("title", &Input::title).required().maxLength(500),
                          field("content", &Input::content).maxLength(5000).multiline(),
                          field("urgency", &Input::urgency),
                          field("dueOn", &Input::dueOn),
                          field("field", &Input::field).maxLength(100),
                          field("leaderPostId", &Input::leaderPostId).maxLength(40)};
    }
};
