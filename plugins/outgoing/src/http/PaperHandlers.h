// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/http/Routes.h"
#include "service/PaperDesk.h"
#include "service/PaperPrint.h"

#include <string_view>

namespace congvu::outgoing {

/// Paper dispatch: what waits, lists, hand-over, prints.
class PaperHandlers {
public:
    PaperHandlers(const PaperDesk& desk, const PaperPrint& print) : desk_(desk), print_(print) {}

    http::Response waiting(const http::Request& request);
    http::Response lists(const http::Request& request);
    http::Response list(const http::Request& request);
    http::Response create(const http::Request& request);
    http::Response add(const http::Request& request);
    http::Response change(const http::Request& request);
    http::Response remove(const http::Request& request);
    http::Response handOver(const http::Request& request);
    http::Response cameBack(const http::Request& request);
    http::Response sendAgain(const http::Request& request);

    http::Response printList(const http::Request& request);
    http::Response labels(const http::Request& request);
    http::Response envelopes(const http::Request& request);
    http::Response registerOf(const http::Request& request);
    http::Response notice(const http::Request& request);

private:
    /// The id of the path, of a list of the caller's agency; AppError notFound otherwise, before anything else is looked at.
    std::string_view listId(const http::Request& request);

    const PaperDesk& desk_;
    const PaperPrint& print_;
};

/// The routes of the handlers.
void addPaperRoutes(http::Routes& routes, PaperHandlers& handlers);

}  // namespace congvu::outgoing
