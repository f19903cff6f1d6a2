// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/TokenHandlers.h"

namespace congvu::signingdesk {

/// The routes of keys on tokens below /api/v1/signing. The handlers must outlive the routes.
void addTokenRoutes(http::Routes& routes, TokenHandlers& handlers);

}  // namespace congvu::signingdesk
