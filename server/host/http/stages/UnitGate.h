// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

#include "congvu/directory/Directory.h"

#include <string_view>

namespace congvu::host {

/// Throws AppError forbidden "plugin-off-for-unit" when the route's plugin is off for the unit the caller acts in. Core, the host and
/// routes for everyone are always on.
void checkUnitGate(const Exchange& exchange, const directory::Directory& directory);
/// The same for the web UI's files of a plugin.
void checkUnitGate(const Exchange& exchange, const directory::Directory& directory, std::string_view plugin);

}  // namespace congvu::host
