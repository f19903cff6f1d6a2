// SPDX-License-Identifier: Apache-2.0
#include "testing/TestAuthenticator.h"

namespace congvu::testing {

std::string TestAuthenticator::tokenOf(const http::Caller& caller) {
    const std::lock_guard lock{mutex_};
    auto token = "test-" + std::to_string(callers_.size());
    callers_.emplace(token, caller);
    return token;
}

std::optional<ports::AuthenticatedSession> TestAuthenticator::authenticate(std::string_view sessionToken) {
    const std::lock_guard lock{mutex_};
    const auto found = callers_.find(sessionToken);
    if (found == callers_.end()) {
        return std::nullopt;
    }
    ports::AuthenticatedSession session;
    session.caller = found->second;
    session.csrfToken = found->first;
    return session;
}

}  // namespace congvu::testing
