// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"

#include <string>
#include <vector>

namespace congvu::tasks {

/// One work item that must be open while a task stands as it does. Either a post, or everybody of a unit who may lead tasks.
struct ExpectedWorkItem {
    std::string kind;    ///< "tasks.accept", "tasks.coop", "tasks.do", "tasks.review", "tasks.extension", "tasks.reassign"
    std::string postId;  ///< empty for a unit
    std::string unitId;  ///< empty for a post
    friend bool operator==(const ExpectedWorkItem&, const ExpectedWorkItem&) = default;
};

/// Who has to do what now. The inbox is brought to exactly this after every act, so no step can forget to close an item.
[[nodiscard]] std::vector<ExpectedWorkItem> expectedWork(const Task& task);

}  // namespace congvu::tasks
