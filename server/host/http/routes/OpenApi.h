// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"
#include "plugins/Manifest.h"

#include <functional>
#include <string>
#include <vector>

namespace congvu::host {

/// The OpenAPI 3.1 document of all routes, one tag per plugin, as JSON. The same routes always give the same text.
std::string openApiDocument(const Router& router, const std::vector<const Manifest*>& manifests);
/// GET /api/v1/openapi.json, for everyone. The document is made at the first request, when all routes are there.
void addOpenApiRoute(Router& router, std::function<std::string()> makeDocument);

}  // namespace congvu::host
