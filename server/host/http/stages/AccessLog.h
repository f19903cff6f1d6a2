// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"
#include "http/OutgoingResponse.h"

#include "congvu/log/Log.h"

namespace congvu::host {

/// One line a request: "http" with request id, method, route (the pattern, so that no personal content stands in it), status,
/// microseconds and the acting post.
void logAccess(Log& log, const Exchange& exchange, const OutgoingResponse& response);

}  // namespace congvu::host
