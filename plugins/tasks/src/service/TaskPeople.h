// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "domain/Task.h"

#include <string>
#include <vector>

namespace congvu::tasks {

/// Posts that work on the task now: its handlers, else whoever holds it, else the heads of its unit.
[[nodiscard]] std::vector<std::string> holdersOf(const directory::Directory& directory, const Task& task);

/// Every post that has a part in the task, each once: assigner, heads of its unit, holder, handlers, heads of the reviewing unit.
[[nodiscard]] std::vector<std::string> peopleOf(const directory::Directory& directory, const Task& task);

}  // namespace congvu::tasks
