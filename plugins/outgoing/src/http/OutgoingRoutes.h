// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/OutgoingHandlers.h"

namespace congvu::outgoing {

/// The route table below /api/v1/outgoing. The handlers must outlive the routes.
void addRoutes(http::Routes& routes, OutgoingHandlers& handlers);

}  // namespace congvu::outgoing
