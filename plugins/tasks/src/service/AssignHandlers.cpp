// SPDX-License-Identifier: Apache-2.0
#include "service/AssignHandlers.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Writer.h"

#include <set>

namespace congvu::tasks {

void AssignHandlers::run(const ActTarget& target, const HandlerAssignment& input) {
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::assign);
        checkHandlers(before, input);
        Task after = before;
        after.state = TaskState::inProgress;
        after.leadPostId = before.leadPostId.value_or(target.caller.postId);
        after.handlerPostIds = input.handlerPostIds;
        json::Writer detail;
        detail.beginObject().key("handlers").string(namesOf(input)).endObject();
        recorder_.changed(tx, target.caller, before, after, {"assign", input.note, detail.take()});
    });
}

void AssignHandlers::checkHandlers(const Task& task, const HandlerAssignment& input) const {
    std::vector<FieldError> errors;
    std::set<std::string> seen;
    for (std::size_t index = 0; index < input.handlerPostIds.size(); ++index) {
        const auto pointer = "/handlerPostIds/" + std::to_string(index);
        const auto post = directory_.post(input.handlerPostIds[index]);
        if (!post || !post->isActive || post->unitId != task.unitId) {
            errors.push_back({pointer, "tasks.handler-not-in-unit", {}});
        } else if (!seen.insert(post->id).second) {
            errors.push_back({pointer, "tasks.named-twice", {}});
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
}

std::string AssignHandlers::namesOf(const HandlerAssignment& input) const {
    std::string names;
    for (const auto& id : input.handlerPostIds) {
        const auto post = directory_.post(id);
        names += (names.empty() ? "" : ", ") + (post ? post->personName : std::string{});
    }
    return names;
}

}  // namespace congvu::tasks
