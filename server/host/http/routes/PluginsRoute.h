// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"
#include "plugins/PluginManager.h"

namespace congvu::host {

/// GET /api/v1/plugins (core.plugins): every installed plugin with its state, and for a refused one the reason in one sentence.
void addPluginsRoute(Router& router, const PluginManager& plugins);

}  // namespace congvu::host
