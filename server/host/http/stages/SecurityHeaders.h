// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/OutgoingResponse.h"

namespace congvu::host {

/// Headers of every answer of the API: never cached unless the answer says otherwise, never sniffed, never framed, never run.
void addSecurityHeaders(OutgoingResponse& response);

}  // namespace congvu::host
