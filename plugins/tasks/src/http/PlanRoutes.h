// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/PlanHandlers.h"

namespace congvu::tasks {

/// Programmes, their items, and periodic tasks.
void addPlanRoutes(http::Routes& routes, const PlanHandlers& handlers);

}  // namespace congvu::tasks
