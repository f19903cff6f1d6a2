// SPDX-License-Identifier: Apache-2.0
#include "http/AddressHandlers.h"

#include "congvu/text/Text.h"
#include "http/Downloads.h"

namespace congvu::outgoing {

namespace {

ContactFilter contactFilterOf(const http::Request& request) {
    ContactFilter filter;
    filter.words = text::fold(request.query("q").value_or(std::string{}));
    filter.groupName = request.query("group").value_or(std::string{});
    filter.isOpenOnly = request.query("open") == "true";
    return filter;
}

}  // namespace

http::Response AddressHandlers::page(const http::Request& request) {
    return http::Response::json(book_.page(request.caller(), contactFilterOf(request), request.page()));
}

http::Response AddressHandlers::add(const http::Request& request) {
    return http::Response::json(book_.add(request.caller(), request.body<ContactFacts>()), 201);
}

http::Response AddressHandlers::change(const http::Request& request) {
    const auto id = request.path("id");
    book_.requireOwn(request.caller(), id);
    const auto changed = book_.change(request.caller(), id, request.expectedVersion(), request.body<ContactFacts>());
    return http::Response::json(changed).version(changed.version);
}

http::Response AddressHandlers::remove(const http::Request& request) {
    book_.remove(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response AddressHandlers::importCsv(const http::Request& request) {
    return http::Response::json(importing_.run(request.caller(), request.uploads(), request.partAs<ContactImportInput>("data")));
}

http::Response AddressHandlers::exportBook(const http::Request& request) {
    return downloadOf(book_.print(request.caller(), sheetFormatOf(request)));
}

http::Response AddressHandlers::recipients(const http::Request& request) {
    return http::Response::json(choice_.page(request.caller(), contactFilterOf(request), request.page()));
}

http::Response AddressHandlers::groups(const http::Request& request) {
    return http::Response::json(ContactGroupList{book_.groups(request.caller())});
}

http::Response AddressHandlers::last(const http::Request& request) {
    return http::Response::json(RecipientOptionList{choice_.last(request.caller(), request.query("formId").value_or(std::string{}))});
}

}  // namespace congvu::outgoing
