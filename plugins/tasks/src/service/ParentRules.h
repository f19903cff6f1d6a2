// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Task.h"

#include <optional>

namespace congvu::tasks {

/// AppError invalid "/dueOn" when a sub-task would end after the task it belongs to; "no deadline" is later than any.
void refuseAfterParent(db::Reader& reader, const Task& task, const std::optional<Date>& dueOn);

}  // namespace congvu::tasks
