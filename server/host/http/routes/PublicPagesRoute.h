// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"
#include "http/StaticSite.h"
#include "plugins/PluginManager.h"

#include "congvu/core/Core.h"

namespace congvu::host {

/// GET /api/v1/ui/public: the pages of running plugins that need no session, of plugins that are on for the root unit.
void addPublicPagesRoute(Router& router, core::Core& core, const PluginManager& plugins, const StaticSite& site);

}  // namespace congvu::host
