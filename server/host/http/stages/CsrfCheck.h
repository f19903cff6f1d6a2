// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

namespace congvu::host {

/// A changing request with a session must carry the session's token in X-CSRF-Token (compared in constant time); one without a session
/// must not come from another site (Sec-Fetch-Site, Origin). Throws AppError forbidden "csrf".
void checkCsrf(const Exchange& exchange);

}  // namespace congvu::host
