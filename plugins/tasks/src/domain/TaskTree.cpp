// SPDX-License-Identifier: Apache-2.0
#include "domain/TaskTree.h"

#include <map>
#include <utility>

namespace congvu::tasks {

namespace {

/// Walks down from the root; each task is moved out once, so that a ring of parents would end too.
class TreeWalk {
public:
    explicit TreeWalk(std::vector<TreeTask> tasks) : tasks_(std::move(tasks)), isPlaced_(tasks_.size(), false) {
        for (std::size_t index = 1; index < tasks_.size(); ++index) {
            children_[tasks_[index].task.parentId.value_or("")].push_back(index);
        }
    }

    std::vector<TreeTask> run() {
        if (!tasks_.empty()) {
            place(0, 0);
        }
        return std::move(placed_);
    }

private:
    /// The per cent the task counts for the one above it.
    int place(std::size_t index, int depth) {
        isPlaced_[index] = true;
        const auto at = placed_.size();
        placed_.push_back(std::move(tasks_[index]));
        placed_[at].depth = depth;
        Below below;
        int sum = 0;
        for (const auto child : children_[placed_[at].task.id]) {
            if (isPlaced_[child]) {
                continue;
            }
            const auto state = tasks_[child].task.state;
            const int percent = place(child, depth + 1);
            if (state != TaskState::cancelled) {
                below.count += 1;
                below.done += state == TaskState::done ? 1 : 0;
                sum += percent;
            }
        }
        if (below.count > 0) {
            below.percent = sum / static_cast<int>(below.count);
        }
        placed_[at].below = below;
        const auto& task = placed_[at].task;
        return task.state == TaskState::done ? 100 : below.percent.value_or(task.percent);
    }

    std::vector<TreeTask> tasks_;
    std::vector<bool> isPlaced_;
    std::map<std::string, std::vector<std::size_t>> children_;
    std::vector<TreeTask> placed_;
};

}  // namespace

std::vector<TreeTask> arrangeTree(std::vector<TreeTask> tasks) {
    return TreeWalk{std::move(tasks)}.run();
}

}  // namespace congvu::tasks
