// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/Authenticator.h"

#include <map>
#include <mutex>
#include <string>

namespace congvu::testing {

/// Knows the callers of a test by a token each, so that requests pass the pipeline without signing in first.
class TestAuthenticator final : public ports::Authenticator {
public:
    /// The token to send as session cookie and as X-CSRF-Token.
    std::string tokenOf(const http::Caller& caller);
    std::optional<ports::AuthenticatedSession> authenticate(std::string_view sessionToken) override;

private:
    std::mutex mutex_;
    std::map<std::string, http::Caller, std::less<>> callers_;
};

}  // namespace congvu::testing
