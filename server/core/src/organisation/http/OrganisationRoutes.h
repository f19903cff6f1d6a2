// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/http/OrganisationHandlers.h"

#include "congvu/http/Routes.h"

#include <memory>

namespace congvu::core {

/// The route table of units, people, posts, roles and plugin rules.
void addOrganisationRoutes(http::Routes& routes, std::shared_ptr<const OrganisationHandlers> handlers);

}  // namespace congvu::core
