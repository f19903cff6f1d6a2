// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/PublicHandlers.h"

namespace congvu::signingdesk {

/// The routes that need no session, below /api/v1/signing/public. The handlers must outlive the routes.
void addPublicRoutes(http::Routes& routes, PublicHandlers& handlers);

}  // namespace congvu::signingdesk
