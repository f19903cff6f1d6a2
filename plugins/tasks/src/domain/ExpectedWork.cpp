// SPDX-License-Identifier: Apache-2.0
#include "domain/ExpectedWork.h"

namespace congvu::tasks {

namespace {

ExpectedWorkItem forPost(std::string kind, std::string postId) {
    return {std::move(kind), std::move(postId), {}};
}

ExpectedWorkItem forUnit(std::string kind, std::string unitId) {
    return {std::move(kind), {}, std::move(unitId)};
}

ExpectedWorkItem waitingForAcceptance(const Task& task) {
    const bool isCoop = task.kind == TaskKind::coop;
    if (task.leadPostId) {
        return forPost(isCoop ? "tasks.coop" : "tasks.do", *task.leadPostId);
    }
    return forUnit(isCoop ? "tasks.coop" : "tasks.accept", task.unitId);
}

std::vector<ExpectedWorkItem> workInProgress(const Task& task) {
    std::vector<ExpectedWorkItem> items;
    for (const auto& post : task.handlerPostIds) {
        items.push_back(forPost("tasks.do", post));
    }
    if (items.empty()) {
        items.push_back(task.leadPostId ? forPost("tasks.do", *task.leadPostId) : forUnit("tasks.do", task.unitId));
    }
    return items;
}

/// A co-operating task reports to the lead, every other one to the assigner.
ExpectedWorkItem review(const Task& task) {
    if (task.reviewPostId) {
        return forPost("tasks.review", *task.reviewPostId);
    }
    if (task.reviewUnitId) {
        return forUnit("tasks.review", *task.reviewUnitId);
    }
    return forPost("tasks.review", task.assignerPostId);
}

}  // namespace

std::vector<ExpectedWorkItem> expectedWork(const Task& task) {
    std::vector<ExpectedWorkItem> items;
    switch (task.state) {
        case TaskState::assigned:
            items.push_back(waitingForAcceptance(task));
            break;
        case TaskState::inProgress:
            items = workInProgress(task);
            break;
        case TaskState::submitted:
            items.push_back(review(task));
            break;
        case TaskState::returned:
            items.push_back(forPost("tasks.reassign", task.assignerPostId));
            break;
        case TaskState::done:
        case TaskState::suspended:
        case TaskState::cancelled:
            return items;
    }
    if (task.pendingExtensionId) {
        items.push_back(forPost("tasks.extension", task.assignerPostId));
    }
    return items;
}

}  // namespace congvu::tasks
