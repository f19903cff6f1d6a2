// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/DocumentHandlers.h"
#include "http/IntakeHandlers.h"

#include "congvu/http/Routes.h"

namespace congvu::incoming {

/// Adds every route of the plugin, below /api/v1/incoming. The handlers must live as long as the plugin runs.
void addRoutes(http::Routes& routes, const DocumentHandlers& documents, const IntakeHandlers& intake);

}  // namespace congvu::incoming
