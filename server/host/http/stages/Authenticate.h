// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Exchange.h"

#include "congvu/ports/Authenticator.h"

namespace congvu::host {

inline constexpr std::string_view kSessionCookie = "congvu_session";

/// Session cookie → Caller. A public route goes on without a session. Throws AppError unauthenticated when the route needs one, and
/// forbidden "must-change-password" when the session may only change its password and the route is not one of the session's own.
void authenticate(Exchange& exchange, ports::Authenticator& authenticator);
/// The same for the web UI's files of a plugin, which are for signed-in people as every page is.
void authenticateForUiFile(Exchange& exchange, ports::Authenticator& authenticator);
/// The value of the session cookie, empty when there is none.
std::string_view sessionToken(const IncomingRequest& request);

}  // namespace congvu::host
