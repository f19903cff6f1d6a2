// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Routes.h"
#include "service/DocumentChecks.h"

namespace congvu::signingdesk {

/// Code and QR picture of an issued document for its agency. The checks must outlive the routes.
void addCheckRoutes(http::Routes& routes, DocumentChecks& checks);

}  // namespace congvu::signingdesk
