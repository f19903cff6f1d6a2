// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace congvu::tasks {

/// What the tasks directly below a task say about it. Cancelled ones say nothing.
struct Below {
    std::int64_t count = 0;
    std::int64_t done = 0;
    std::optional<int> percent;  ///< mean of what they say in turn, rounded down; nothing without any
};

/// A task in its tree, 0 being the topmost one.
struct TreeTask {
    Task task;
    int depth = 0;
    bool mayOpen = false;
    Below below;
};

/// Puts the tasks of one tree into reading order (parents before children, then by the order given) and fills depth and below. A task
/// done counts 100 %; one with tasks below it counts what they say, any other what was reported for it. The parent's own state is never
/// derived: it is done when its assigner accepts the result. The first task is the root; tasks that hang below none of the others are left
/// out.
[[nodiscard]] std::vector<TreeTask> arrangeTree(std::vector<TreeTask> tasks);

}  // namespace congvu::tasks
