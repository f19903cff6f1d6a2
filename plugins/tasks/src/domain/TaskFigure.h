// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"
#include "domain/Timeliness.h"

#include <string>

namespace congvu::tasks {

/// How statistics count a task against its deadline, on any later day: "due:<day>" while it is open, is in term up to that day and overdue
/// afterwards; "in_term", "overdue", "done_on_time", "done_late", "no_deadline", "suspended"; empty for tasks that are not counted.
[[nodiscard]] std::string standingOf(const Task& task, DeadlineBasis basis);

}  // namespace congvu::tasks
