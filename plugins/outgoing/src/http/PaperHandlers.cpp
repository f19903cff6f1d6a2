// SPDX-License-Identifier: Apache-2.0
#include "http/PaperHandlers.h"

#include "congvu/error/AppError.h"
#include "http/Downloads.h"
#include "http/Messages.h"

namespace congvu::outgoing {

namespace {

PaperPeriod paperPeriodOf(const http::Request& request) {
    const auto way = json::enumFrom<PaperWay>(request.query("way").value_or("post"));
    if (!way) {
        throw AppError::invalidField("/way", "unknown-choice");
    }
    const auto from = dayOfQuery(request, "from");
    const auto to = dayOfQuery(request, "to");
    if (!from || !to) {
        throw AppError::invalidField(from ? "/to" : "/from", "required");
    }
    return {*way, *from, *to};
}

}  // namespace

std::string_view PaperHandlers::listId(const http::Request& request) {
    (void)desk_.view(request.caller(), request.path("id"));
    return request.path("id");
}

http::Response PaperHandlers::waiting(const http::Request& request) {
    return http::Response::json(desk_.waiting(request.caller(), request.page()));
}

http::Response PaperHandlers::lists(const http::Request& request) {
    return http::Response::json(desk_.lists(request.caller(), request.page()));
}

http::Response PaperHandlers::list(const http::Request& request) {
    const auto view = desk_.view(request.caller(), request.path("id"));
    return http::Response::json(view).version(view.list.version);
}

http::Response PaperHandlers::create(const http::Request& request) {
    return http::Response::json(Created{desk_.create(request.caller(), request.body<PaperListInput>())}, 201);
}

http::Response PaperHandlers::add(const http::Request& request) {
    const auto id = listId(request);
    desk_.add(request.caller(), id, request.body<PaperListInput>());
    return list(request);
}

http::Response PaperHandlers::change(const http::Request& request) {
    const auto id = listId(request);
    desk_.change(request.caller(), id, request.expectedVersion(), request.body<PaperPlaces>());
    return list(request);
}

http::Response PaperHandlers::remove(const http::Request& request) {
    desk_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response PaperHandlers::handOver(const http::Request& request) {
    const auto id = listId(request);
    desk_.handOver(request.caller(), id, request.expectedVersion(), request.body<HandOverInput>());
    return list(request);
}

http::Response PaperHandlers::cameBack(const http::Request& request) {
    const auto id = request.path("id");
    (void)desk_.item(request.caller(), id);
    desk_.cameBack(request.caller(), id, request.body<RequiredNote>().note);
    return http::Response::noContent();
}

http::Response PaperHandlers::sendAgain(const http::Request& request) {
    desk_.sendAgain(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response PaperHandlers::printList(const http::Request& request) {
    const auto id = listId(request);
    return downloadOf(print_.list(request.caller(), id, sheetFormatOf(request)));
}

http::Response PaperHandlers::labels(const http::Request& request) {
    return downloadOf(print_.labels(request.caller(), request.path("id")));
}

http::Response PaperHandlers::envelopes(const http::Request& request) {
    const auto id = listId(request);
    const auto size = envelopeSizeFrom(request.query("size").value_or("dl"));
    if (!size) {
        throw AppError::invalidField("/size", "unknown-choice");
    }
    return downloadOf(print_.envelopes(request.caller(), id, *size));
}

http::Response PaperHandlers::registerOf(const http::Request& request) {
    return downloadOf(print_.registerOf(request.caller(), paperPeriodOf(request), sheetFormatOf(request)));
}

http::Response PaperHandlers::notice(const http::Request& request) {
    return downloadOf(print_.notice(request.caller(), request.path("id")));
}

}  // namespace congvu::outgoing
