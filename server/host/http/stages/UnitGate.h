// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

#include "congvu/directory/Directory.h"

namespace congvu::host {

/// Throws AppError forbidden "plugin-off-for-unit" when the route's plugin is off for the unit the caller acts in. Core, the host and
/// routes for everyone are always on.
void checkUnitGate(const Exchange& exchange, const directory::Directory& directory);

}  // namespace congvu::host
