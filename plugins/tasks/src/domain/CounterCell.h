// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"
#include "domain/Timeliness.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// One row of the counter table: how many tasks of a unit or a post stand the same way against their deadline.
struct CounterCell {
    std::string agencyId;
    std::string scope;  ///< "unit" or "post"
    std::string scopeId;
    std::string basis;   ///< "current" or "original" deadline
    std::string bucket;  ///< see bucketOf
    std::string day;     ///< deadline of tasks in the bucket "open", empty in all others

    friend bool operator<(const CounterCell& left, const CounterCell& right) {
        const auto members = [](const CounterCell& cell) {
            return std::tie(cell.agencyId, cell.scope, cell.scopeId, cell.basis, cell.bucket, cell.day);
        };
        return members(left) < members(right);
    }
};

/// What is to be added to which cell.
using CounterChange = std::map<CounterCell, int>;

/// The bucket of a task: "open" (with its day), "submitted_in_term", "submitted_late", "done_on_time", "done_late", "no_deadline_open",
/// "no_deadline_done", "suspended"; nothing for tasks that are not counted.
[[nodiscard]] std::optional<std::string> bucketOf(const Task& task, DeadlineBasis basis);

/// The change of all counters when a task turns from `before` (nothing: it is new) into `after`. Zero changes are left out.
[[nodiscard]] CounterChange counterChange(const std::optional<Task>& before, const Task& after);

}  // namespace congvu::tasks
