// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"
#include "http/StaticSite.h"
#include "plugins/PluginManager.h"

#include "congvu/core/Core.h"

namespace congvu::host {

/// GET /api/v1/ui/manifest: what the shell may show to this caller: the running plugins that have a UI, are on for the acting unit and of
/// which the caller has at least one permission, with their menus, and the first counters.
void addUiManifestRoute(Router& router, core::Core& core, const PluginManager& plugins, const StaticSite& site);

}  // namespace congvu::host
