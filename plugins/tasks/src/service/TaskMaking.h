// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "domain/Task.h"
#include "service/TargetResolver.h"

#include <optional>
#include <string>

namespace congvu::tasks {

/// A new lead task that `giver` gives, with a new id, waiting to be taken on. The giver is the leader in charge until another is named.
[[nodiscard]] Task makeTask(const http::Caller& giver, const TaskTarget& target, std::string title, const std::optional<Date>& dueOn,
                            Timestamp now);

}  // namespace congvu::tasks
