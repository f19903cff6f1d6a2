// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "domain/Task.h"

#include <cstdint>
#include <optional>
#include <string>

namespace congvu::tasks {

/// Which task somebody wants to act on, and which version they have before their eyes (nothing: whatever is stored).
struct ActTarget {
    http::Caller caller;
    std::string taskId;
    std::optional<std::int64_t> expectedVersion;
};

/// The one door to every act. AppError: notFound when the caller may not see the task, stale when it has another version, forbidden
/// when the act is not the caller's, conflict "tasks.wrong-state" when the task's state does not allow it.
[[nodiscard]] Task taskForAct(db::Reader& reader, const ActTarget& target, TaskAct act);

}  // namespace congvu::tasks
