// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/ports/Ports.h"
#include "domain/TaskKind.h"
#include "service/TargetResolver.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

/// A co-operating unit or post (one of both), with its own deadline.
struct NewCooperation {
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::optional<Date> dueOn;
    std::string note;
};

/// One of unitId and postId answers for the task.
struct NewTask {
    std::string title;
    std::string content;
    Urgency urgency = Urgency::normal;
    std::optional<Date> dueOn;
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::vector<NewCooperation> cooperation;
    std::string field;                            ///< lĩnh vực, may be empty; a sub-task takes its parent's then
    std::optional<std::string> leaderPostId;      ///< lãnh đạo phụ trách; the caller when nobody is named
    std::optional<std::string> sourceDocumentId;  ///< an incoming document the caller may see
};

/// Gives a task by hand, without a direction: a lead task and its co-operating ones.
class CreateTask {
public:
    struct Needs {
        db::Db& db;
        const TaskRecorder& recorder;
        const TargetResolver& targets;
        const ports::Ports& ports;
        const Clock& clock;
    };
    explicit CreateTask(const Needs& needs) : needs_(needs) {}
    /// The id of the lead task. AppError invalid: targets (TargetResolver), deadlines in the past, "/sourceDocumentId" unknown.
    std::string run(const http::Caller& caller, const NewTask& input);
    /// A sub-task below the target's task, for the same unit or one below it; its result goes to whoever gives it. AppError invalid
    /// "/dueOn" when it ends after its parent; `cooperation` and `sourceDocumentId` must be empty.
    std::string runBelow(const ActTarget& parent, const NewTask& input);

private:
    [[nodiscard]] TaskTarget check(const http::Caller& caller, const NewTask& input, std::vector<TaskTarget>& cooperation) const;
    [[nodiscard]] TaskSource findSource(db::Reader& reader, const http::Caller& caller, const NewTask& input) const;
    [[nodiscard]] Task make(const http::Caller& caller, const NewTask& input, const TaskTarget& target) const;

    Needs needs_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::NewCooperation> {
    static auto fields() {
        using Input = congvu::tasks::NewCooperation;
        return std::tuple{field("unitId", &Input::unitId).maxLength(40), field("postId", &Input::postId).maxLength(40),
                          field("dueOn", &Input::dueOn), field("note", &Input::note).maxLength(2000).multiline()};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::NewTask> {
    static auto fields() {
        using Input = congvu::tasks::NewTask;
        return std::tuple{field("title", &Input::title).required().maxLength(500),
                          field("content", &Input::content).maxLength(5000).multiline(),
                          field("urgency", &Input::urgency),
                          field("dueOn", &Input::dueOn),
                          field("unitId", &Input::unitId).maxLength(40),
                          field("postId", &Input::postId).maxLength(40),
                          field("cooperation", &Input::cooperation).maxLength(50),
                          field("field", &Input::field).maxLength(100),
                          field("leaderPostId", &Input::leaderPostId).maxLength(40),
                          field("sourceDocumentId", &Input::sourceDocumentId).maxLength(40)};
    }
};
