// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessions/service/OwnSession.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and sign-in, sign-out and one's own account. The session token travels only in its cookie.
class SessionHandlers {
public:
    SessionHandlers(SignIn& signIn, OwnSession& own, SessionService& sessions) : signIn_(signIn), own_(own), sessions_(sessions) {}

    [[nodiscard]] http::Response signIn(const http::Request& request) const;
    [[nodiscard]] http::Response show(const http::Request& request) const;
    [[nodiscard]] http::Response signOut(const http::Request& request) const;
    [[nodiscard]] http::Response switchPost(const http::Request& request) const;
    [[nodiscard]] http::Response setPreferences(const http::Request& request) const;
    [[nodiscard]] http::Response changePassword(const http::Request& request) const;
    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response end(const http::Request& request) const;
    [[nodiscard]] http::Response endOthers(const http::Request& request) const;

private:
    SignIn& signIn_;
    OwnSession& own_;
    SessionService& sessions_;
};

}  // namespace congvu::core
