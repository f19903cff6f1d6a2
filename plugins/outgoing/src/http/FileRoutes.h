// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/FileHandlers.h"

namespace congvu::outgoing {

/// Routes of appendices, own files and kept versions below /api/v1/outgoing. The handlers must outlive the routes.
void addFileRoutes(http::Routes& routes, FileHandlers& handlers);

}  // namespace congvu::outgoing
