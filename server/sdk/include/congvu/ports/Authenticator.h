// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::ports {

/// Who a session cookie belongs to. `version` changes when the session's rights do.
struct AuthenticatedSession {
    http::Caller caller;  ///< without requestId and address
    std::string csrfToken;
    bool mustChangePassword = false;
};

/// Provided by core, asked by the host's pipeline for every request.
class Authenticator {
public:
    static constexpr std::string_view kPort = "congvu.authenticator.v1";
    virtual ~Authenticator() = default;
    /// Nothing for an unknown, expired or revoked token. Answers from memory for known tokens; never blocks on the writer.
    virtual std::optional<AuthenticatedSession> authenticate(std::string_view sessionToken) = 0;
};

}  // namespace congvu::ports
