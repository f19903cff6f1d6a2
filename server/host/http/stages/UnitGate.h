// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

#include "congvu/directory/Directory.h"

#include <string_view>

namespace congvu::host {

/// Throws AppError forbidden "plugin-off-for-unit" when the route's plugin is off for the unit the caller acts in, for
/// a route for everyone: for the root unit. Core and the host are always on.
void checkUnitGate(const Exchange& exchange, const directory::Directory& directory);
/// The same for the web UI's files of a plugin.
void checkUnitGate(const Exchange& exchange, const directory::Directory& directory, std::string_view plugin);
/// For what everyone may have of a plugin: 403 "plugin-off-for-unit" unless it is on for the root unit.
void checkPublicGate(const directory::Directory& directory, std::string_view plugin);

}  // namespace congvu::host
