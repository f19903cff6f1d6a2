// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "domain/TaskFilter.h"

namespace congvu::tasks {

/// The filter of a list from the query: scope, order, open, state, stage, timeliness, kind, unitId, handler,
/// leader, field ("-": without one), origin, givenFrom, givenUntil, dueFrom, dueUntil, q, marker.
/// AppError invalid with one error for each parameter that is not understood.
[[nodiscard]] TaskFilter filterFrom(const http::Request& request);

}  // namespace congvu::tasks
