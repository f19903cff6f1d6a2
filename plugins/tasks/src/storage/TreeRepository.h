// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/TaskRights.h"
#include "domain/TaskTree.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// Trees of tasks, read in one statement each.
class TreeRepository {
public:
    static constexpr std::int64_t kMostTasks = 500;
    static constexpr std::int64_t kDeepest = 12;

    /// The topmost task above (or the task itself) to which every step upwards may be opened by the viewer.
    static std::string rootOf(db::Reader& reader, std::string_view taskId, const Viewer& viewer);
    /// The root and what hangs below it, oldest first within a level, at most kMostTasks + 1.
    static std::vector<TreeTask> from(db::Reader& reader, std::string_view rootId, const Viewer& viewer);
};

}  // namespace congvu::tasks
