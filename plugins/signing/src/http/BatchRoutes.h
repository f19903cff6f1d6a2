// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "http/BatchHandlers.h"

namespace congvu::signingdesk {

/// The routes of batches below /api/v1/signing. The handlers must outlive the routes.
void addBatchRoutes(http::Routes& routes, BatchHandlers& handlers);

}  // namespace congvu::signingdesk
