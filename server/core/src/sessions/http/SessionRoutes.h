// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessions/http/SessionHandlers.h"

#include "congvu/http/Routes.h"

#include <memory>

namespace congvu::core {

/// The route table of sign-in, sign-out and one's own account.
void addSessionRoutes(http::Routes& routes, std::shared_ptr<const SessionHandlers> handlers);

}  // namespace congvu::core
