// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/settings/Settings.h"
#include "service/EnrolToken.h"
#include "service/SignByToken.h"

namespace congvu::signingdesk {

/// Translates requests about keys on tokens.
class TokenHandlers {
public:
    TokenHandlers(EnrolToken& enrolToken, SignByToken& signByToken, const settings::Settings& settings)
        : enrolToken_(enrolToken), signByToken_(signByToken), settings_(settings) {}

    http::Response agent(const http::Request& request);
    http::Response challenge(const http::Request& request);
    http::Response enrol(const http::Request& request);
    http::Response prepare(const http::Request& request);
    http::Response finish(const http::Request& request);

private:
    EnrolToken& enrolToken_;
    SignByToken& signByToken_;
    const settings::Settings& settings_;
};

}  // namespace congvu::signingdesk
