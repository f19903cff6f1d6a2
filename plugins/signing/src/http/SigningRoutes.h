// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/SigningHandlers.h"

namespace congvu::signingdesk {

/// The route table below /api/v1/signing. The handlers must outlive the routes.
void addRoutes(http::Routes& routes, SigningHandlers& handlers);

}  // namespace congvu::signingdesk
