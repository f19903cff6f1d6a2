// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

namespace congvu::host {

/// Deny by default: a route with a permission is only for callers whose post has it. Throws AppError forbidden.
void authorize(const Exchange& exchange);

}  // namespace congvu::host
