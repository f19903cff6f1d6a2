// SPDX-License-Identifier: Apache-2.0
#include "http/PlanHandlers.h"

#include "http/Downloads.h"
#include "http/Messages.h"

namespace congvu::records {

std::string PlanHandlers::visiblePlan(const http::Request& request) const {
    std::string id{request.path("id")};
    static_cast<void>(plans_.read(request.caller(), id));
    return id;
}

http::Response PlanHandlers::list(const http::Request& request) const {
    return http::Response::json(ListOf<Plan>{plans_.list(request.caller())});
}

http::Response PlanHandlers::create(const http::Request& request) const {
    return http::Response::created(json::toText(Created{plans_.create(request.caller(), request.body<NewPlan>())}));
}

http::Response PlanHandlers::read(const http::Request& request) const {
    return http::Response::json(plans_.read(request.caller(), request.path("id")));
}

http::Response PlanHandlers::print(const http::Request& request) const {
    const auto id = visiblePlan(request);
    return downloadOf(lists_.plan(request.caller(), id, formatOf(request)));
}

http::Response PlanHandlers::approve(const http::Request& request) const {
    const auto id = visiblePlan(request);
    plans_.approve(request.caller(), id, request.body<PlanApproval>());
    return http::Response::json(plans_.read(request.caller(), id));
}

http::Response PlanHandlers::reopen(const http::Request& request) const {
    const auto id = visiblePlan(request);
    plans_.reopen(request.caller(), id, request.body<ReasonInput>().reason);
    return http::Response::json(plans_.read(request.caller(), id));
}

http::Response PlanHandlers::import(const http::Request& request) const {
    const auto id = visiblePlan(request);
    return http::Response::json(importing_.run(request.caller(), id, request.uploads(), request.partAs<ImportInput>("data")));
}

http::Response PlanHandlers::addHeading(const http::Request& request) const {
    const auto id = visiblePlan(request);
    return http::Response::created(json::toText(Created{plans_.addHeading(request.caller(), id, request.body<NewHeading>())}));
}

http::Response PlanHandlers::editHeading(const http::Request& request) const {
    plans_.requireHeading(request.caller(), request.path("id"));
    plans_.editHeading(request.caller(), request.path("id"), request.body<HeadingEdit>());
    return http::Response::noContent();
}

http::Response PlanHandlers::removeHeading(const http::Request& request) const {
    plans_.requireHeading(request.caller(), request.path("id"));
    plans_.removeHeading(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response PlanHandlers::addEntry(const http::Request& request) const {
    const auto id = visiblePlan(request);
    return http::Response::created(json::toText(Created{plans_.addEntry(request.caller(), id, request.body<EntryInput>())}));
}

http::Response PlanHandlers::editEntry(const http::Request& request) const {
    plans_.requireEntry(request.caller(), request.path("id"));
    plans_.editEntry(request.caller(), request.path("id"), request.body<EntryInput>());
    return http::Response::noContent();
}

http::Response PlanHandlers::removeEntry(const http::Request& request) const {
    plans_.requireEntry(request.caller(), request.path("id"));
    plans_.removeEntry(request.caller(), request.path("id"));
    return http::Response::noContent();
}

}  // namespace congvu::records
