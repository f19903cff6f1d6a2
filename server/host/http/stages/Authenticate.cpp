// SPDX-License-Identifier: Apache-2.0
#include "http/stages/Authenticate.h"

#include "http/stages/RequestIdentity.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <utility>

namespace congvu::host {

namespace {

constexpr std::size_t kMaximumToken = 200;
constexpr std::string_view kSessionRoutes = "/api/v1/session";

void takeSession(Exchange& exchange, ports::AuthenticatedSession session) {
    session.caller.requestId = std::move(exchange.caller.requestId);
    session.caller.address = std::move(exchange.caller.address);
    if (const auto language = requestedLanguage(exchange.request); !language.empty()) {
        session.caller.locale = language;
    }
    exchange.caller = std::move(session.caller);
    exchange.csrfToken = std::move(session.csrfToken);
    exchange.mustChangePassword = session.mustChangePassword;
    exchange.hasSession = true;
}

void identifySession(Exchange& exchange, ports::Authenticator& authenticator) {
    if (const auto token = sessionToken(exchange.request); !token.empty()) {
        if (auto session = authenticator.authenticate(token)) {
            takeSession(exchange, std::move(*session));
        }
    }
}

void requireSession(const Exchange& exchange) {
    if (!exchange.hasSession) {
        throw AppError(ErrorKind::unauthenticated, "unauthenticated");
    }
}

void refuseTemporaryPassword(const Exchange& exchange) {
    if (exchange.mustChangePassword) {
        throw AppError(ErrorKind::forbidden, "must-change-password");
    }
}

}  // namespace

std::string_view sessionToken(const IncomingRequest& request) {
    const auto header = request.headers.find("Cookie");
    std::string_view rest = header.value_or("");
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        auto pair = rest.substr(0, end);
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (pair.size() > kSessionCookie.size() && pair.starts_with(kSessionCookie) && pair[kSessionCookie.size()] == '=') {
            const auto value = pair.substr(kSessionCookie.size() + 1);
            return value.size() <= kMaximumToken ? value : std::string_view{};
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

void authenticate(Exchange& exchange, ports::Authenticator& authenticator) {
    identifySession(exchange, authenticator);
    if (exchange.route().access == http::Access::everyone) {
        return;
    }
    requireSession(exchange);
    if (!exchange.match.entry->pattern.starts_with(kSessionRoutes)) {
        refuseTemporaryPassword(exchange);
    }
}

void authenticateForUiFile(Exchange& exchange, ports::Authenticator& authenticator) {
    identifySession(exchange, authenticator);
    requireSession(exchange);
    refuseTemporaryPassword(exchange);
}

}  // namespace congvu::host
