// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"

#include <string>
#include <utility>

namespace congvu::tasks {

/// Makes tasks for tests of the pure rules: a lead task of unit "unit", given by post "chair", in progress.
class TaskBuilder {
public:
    TaskBuilder() {
        task_.id = "task";
        task_.agencyId = "agency";
        task_.unitId = "unit";
        task_.assignerPostId = "chair";
        task_.state = TaskState::inProgress;
    }
    TaskBuilder& state(TaskState state) { return set(task_.state, state); }
    TaskBuilder& kind(TaskKind kind) { return set(task_.kind, kind); }
    TaskBuilder& due(Date day) {
        task_.originalDueOn = day;
        return set(task_.dueOn, std::optional{day});
    }
    TaskBuilder& extendedTo(Date day) { return set(task_.dueOn, std::optional{day}); }
    TaskBuilder& judged(Date day) { return set(task_.judgedOn, std::optional{day}); }
    TaskBuilder& lead(std::string post) { return set(task_.leadPostId, std::optional{std::move(post)}); }
    TaskBuilder& handlers(std::vector<std::string> posts) { return set(task_.handlerPostIds, std::move(posts)); }
    TaskBuilder& reviewUnit(std::string unit) { return set(task_.reviewUnitId, std::optional{std::move(unit)}); }
    TaskBuilder& pendingExtension() { return set(task_.pendingExtensionId, std::optional<std::string>{"extension"}); }
    [[nodiscard]] Task build() const { return task_; }

private:
    template <class Member>
    TaskBuilder& set(Member& member, Member value) {
        member = std::move(value);
        return *this;
    }
    Task task_;
};

}  // namespace congvu::tasks
