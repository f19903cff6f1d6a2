// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/http/Routes.h"
#include "congvu/time/Clock.h"
#include "service/NumberingRules.h"
#include "service/RegisterDesk.h"

namespace congvu::outgoing {

/// The register of outgoing documents and the rules of its numbers.
class NumberingHandlers {
public:
    NumberingHandlers(NumberingRules& rules, const RegisterDesk& desk, const Clock& clock) : rules_(rules), desk_(desk), clock_(clock) {}

    http::Response rules(const http::Request& request);
    http::Response preview(const http::Request& request);
    http::Response addRule(const http::Request& request);
    http::Response removeRule(const http::Request& request);
    http::Response decide(const http::Request& request);

    http::Response page(const http::Request& request);
    http::Response sequences(const http::Request& request);
    http::Response reserve(const http::Request& request);
    http::Response release(const http::Request& request);
    http::Response print(const http::Request& request);
    http::Response records(const http::Request& request);

private:
    /// year (this one unless said otherwise), group, status, from and to of the query; AppError invalid with the name of the wrong one.
    [[nodiscard]] RegisterFilter filterOf(const http::Request& request) const;

    NumberingRules& rules_;
    const RegisterDesk& desk_;
    const Clock& clock_;
};

/// The routes of the handlers.
void addNumberingRoutes(http::Routes& routes, NumberingHandlers& handlers);

}  // namespace congvu::outgoing
