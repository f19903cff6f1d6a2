// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/StatisticsHandlers.h"

#include "congvu/http/Routes.h"

namespace congvu::statistics {

/// The handlers must outlive the routes.
void addRoutes(http::Routes& routes, const StatisticsHandlers& handlers);

}  // namespace congvu::statistics
