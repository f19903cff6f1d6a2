// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/TasksHandlers.h"

namespace congvu::tasks {

/// Adds every route of the plugin, below /api/v1/tasks. The handlers must outlive the routes.
void addRoutes(http::Routes& routes, const TasksHandlers& handlers);

}  // namespace congvu::tasks
