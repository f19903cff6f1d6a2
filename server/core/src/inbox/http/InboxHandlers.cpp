// SPDX-License-Identifier: Apache-2.0
#include "inbox/http/InboxHandlers.h"

#include "search/domain/SearchQuery.h"

#include "congvu/text/Text.h"

namespace congvu::core {

namespace {

WorkFilter filterFrom(const http::Request& request) {
    const auto state = request.query("state").value_or("open");
    WorkFilter filter;
    filter.isDone = state == "done";
    filter.plugin = request.query("plugin").value_or("");
    filter.kind = request.query("kind").value_or("");
    filter.mandateId = request.query("mandate").value_or("");
    filter.due = request.query("due").value_or("");
    filter.words = wordsOf(text::fold(request.query("q").value_or("")));
    if (state != "open" && state != "done") {
        throw AppError::invalidField("/state", "unknown-choice");
    }
    if (!filter.due.empty() && filter.due != "overdue" && filter.due != "soon" && filter.due != "none") {
        throw AppError::invalidField("/due", "unknown-choice");
    }
    return filter;
}

}  // namespace

http::Response InboxHandlers::list(const http::Request& request) const {
    return http::Response::json(inbox_.list(request.caller(), filterFrom(request), request.page()));
}

http::Response InboxHandlers::counters(const http::Request& request) const {
    return http::Response::json(inbox_.counters(request.caller()));
}

http::Response InboxHandlers::markRead(const http::Request& request) const {
    inbox_.markRead(request.caller(), request.path("id"));
    return http::Response::noContent();
}

}  // namespace congvu::core
