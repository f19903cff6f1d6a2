// SPDX-License-Identifier: Apache-2.0
#include "domain/TaskTransfer.h"

#include <algorithm>

namespace congvu::tasks {

namespace {

bool isHandler(const Task& task, const std::string& post) {
    return std::ranges::find(task.handlerPostIds, post) != task.handlerPostIds.end();
}

bool isHeldBy(const Task& task, const std::string& post) {
    return task.leadPostId == post || isHandler(task, post);
}

/// The post is the only one that works on the task.
bool isHeldAlone(const Task& task, const std::string& post) {
    const bool isOnlyHandler = std::ranges::all_of(task.handlerPostIds, [&](const auto& handler) { return handler == post; });
    return isOnlyHandler && task.leadPostId.value_or(post) == post;
}

/// Puts the new post where the old one stood; nobody stands twice.
void replacePost(Task& task, const std::string& from, const std::string& to) {
    if (task.leadPostId == from) {
        task.leadPostId = to;
    }
    std::ranges::replace(task.handlerPostIds, from, to);
    auto& handlers = task.handlerPostIds;
    const auto first = std::ranges::find(handlers, to);
    if (first != handlers.end()) {
        handlers.erase(std::remove(first + 1, handlers.end(), to), handlers.end());
    }
}

std::string moveHeldByPost(Task& task, const TransferEnd& from, const TransferEnd& to) {
    if (task.assignerPostId == *to.postId) {
        return "tasks.transfer-own-task";
    }
    if (task.unitId != to.unitId) {
        if (task.kind == TaskKind::subtask) {
            return "tasks.transfer-subtask";
        }
        if (!isHeldAlone(task, *from.postId)) {
            return "tasks.transfer-shared";
        }
        if (task.reviewUnitId == to.unitId) {
            return "tasks.transfer-cooperates-with-itself";
        }
        task.unitId = to.unitId;
    }
    replacePost(task, *from.postId, *to.postId);
    return {};
}

std::string moveGiven(Task& task, const TransferEnd& from, const TransferEnd& to) {
    if (isHeldBy(task, *to.postId)) {
        return "tasks.transfer-own-task";
    }
    if (task.leaderPostId == *from.postId) {
        task.leaderPostId = *to.postId;
    }
    task.assignerPostId = *to.postId;
    task.assignerName = to.personName;
    return {};
}

/// The new unit has to take the task on anew; a result that waits for acceptance is not taken back.
std::string moveToUnit(Task& task, const TransferEnd& to) {
    if (task.reviewUnitId == to.unitId) {
        return "tasks.transfer-cooperates-with-itself";
    }
    task.unitId = to.unitId;
    task.leadPostId.reset();
    task.handlerPostIds.clear();
    if (task.state == TaskState::inProgress) {
        task.state = TaskState::assigned;
    } else if (task.state == TaskState::suspended) {
        task.suspendedFrom = TaskState::assigned;
    }
    return {};
}

}  // namespace

TransferStep transferStep(const Task& task, TransferPart part, const TransferEnd& from, const TransferEnd& to) {
    TransferStep step{task, {}};
    if (!from.postId) {
        step.obstacle = moveToUnit(step.after, to);
        return step;
    }
    if (part != TransferPart::given && isHeldBy(task, *from.postId)) {
        step.obstacle = moveHeldByPost(step.after, from, to);
    }
    if (step.isPossible() && part != TransferPart::held && task.assignerPostId == *from.postId) {
        step.obstacle = moveGiven(step.after, from, to);
    }
    return step;
}

}  // namespace congvu::tasks
