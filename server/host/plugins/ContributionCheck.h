// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Contributions.h"
#include "plugins/Manifest.h"

namespace congvu::host {

/// Compares what a plugin has registered with what its manifest declares: events, jobs and ports must be the same on both sides (routes
/// are checked one by one as they are added). Throws PluginRefused with one sentence that names the file to mend.
void checkContributions(const Manifest& manifest, const Contributions& contributions);

/// Compares the tables that the migrations make with the manifest's `tables`, before they run. Throws PluginRefused likewise.
void checkTables(const Manifest& manifest);

}  // namespace congvu::host
