// SPDX-License-Identifier: Apache-2.0
#include "domain/CounterCell.h"

#include <vector>

namespace congvu::tasks {

namespace {

/// The posts a task is counted for: its handlers, or whoever holds it while there are none.
std::vector<std::string> countedPosts(const Task& task) {
    if (!task.handlerPostIds.empty()) {
        return task.handlerPostIds;
    }
    return task.leadPostId ? std::vector{*task.leadPostId} : std::vector<std::string>{};
}

void addCells(CounterChange& change, const Task& task, DeadlineBasis basis, int amount) {
    const auto bucket = bucketOf(task, basis);
    if (!bucket) {
        return;
    }
    const std::string day = *bucket == "open" ? countedDeadline(task, basis)->toString() : std::string{};
    const std::string basisName{json::nameOf(basis)};
    change[{task.agencyId, "unit", task.unitId, basisName, *bucket, day}] += amount;
    for (const auto& post : countedPosts(task)) {
        change[{task.agencyId, "post", post, basisName, *bucket, day}] += amount;
    }
}

}  // namespace

std::optional<std::string> bucketOf(const Task& task, DeadlineBasis basis) {
    if (task.state == TaskState::returned || task.state == TaskState::cancelled) {
        return std::nullopt;
    }
    if (task.state == TaskState::suspended) {
        return "suspended";
    }
    const auto deadline = countedDeadline(task, basis);
    const bool isDone = task.state == TaskState::done;
    if (!deadline) {
        return isDone ? "no_deadline_done" : "no_deadline_open";
    }
    if (!task.judgedOn) {
        return "open";
    }
    const bool isLate = *deadline < *task.judgedOn;
    if (isDone) {
        return isLate ? "done_late" : "done_on_time";
    }
    return isLate ? "submitted_late" : "submitted_in_term";
}

CounterChange counterChange(const std::optional<Task>& before, const Task& after) {
    CounterChange change;
    for (const auto basis : {DeadlineBasis::current, DeadlineBasis::original}) {
        if (before) {
            addCells(change, *before, basis, -1);
        }
        addCells(change, after, basis, +1);
    }
    std::erase_if(change, [](const auto& entry) { return entry.second == 0; });
    return change;
}

}  // namespace congvu::tasks
