// SPDX-License-Identifier: Apache-2.0
#include "http/AddressHandlers.h"

namespace congvu::outgoing {

namespace {

using http::Request;
using http::Route;

constexpr std::size_t kLargestAddressFile = 3 * 1024 * 1024;

auto addressBinder(AddressHandlers& handlers) {
    return [&handlers](http::Response (AddressHandlers::*member)(const Request&)) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
}

void addBook(http::Routes& routes, AddressHandlers& handlers) {
    const auto by = addressBinder(handlers);
    routes.add(Route::get("/contacts")
                   .needs("outgoing.address-book")
                   .says("The address book: the agency's own entries and the shared ones")
                   .gives<db::Page<ContactView>>()
                   .by(by(&AddressHandlers::page)));
    routes.add(Route::post("/contacts")
                   .needs("outgoing.address-book")
                   .says("Add an entry of the agency")
                   .takes<ContactFacts>()
                   .gives<ContactView>()
                   .by(by(&AddressHandlers::add)));
    routes.add(Route::put("/contacts/{id}")
                   .needs("outgoing.address-book")
                   .says("Change an entry of the agency")
                   .takes<ContactFacts>()
                   .gives<ContactView>()
                   .by(by(&AddressHandlers::change)));
    routes.add(Route::del("/contacts/{id}")
                   .needs("outgoing.address-book")
                   .says("Remove an entry that nothing names")
                   .by(by(&AddressHandlers::remove)));
    routes.add(Route::post("/contacts/import")
                   .needs("outgoing.address-book")
                   .acceptsFiles(kLargestAddressFile)
                   .says("Take entries over from CSV, first as a dry run")
                   .gives<ContactImportResult>()
                   .by(by(&AddressHandlers::importCsv)));
    routes.add(Route::get("/contacts/export")
                   .needs("outgoing.address-book")
                   .says("The agency's entries as CSV, XLSX or PDF")
                   .by(by(&AddressHandlers::exportBook)));
}

void addChoice(http::Routes& routes, AddressHandlers& handlers) {
    const auto by = addressBinder(handlers);
    routes.add(Route::get("/recipients")
                   .needs("outgoing.draft")
                   .says("Whom a document may be sent to")
                   .gives<db::Page<RecipientOption>>()
                   .by(by(&AddressHandlers::recipients)));
    routes.add(Route::get("/recipients/groups")
                   .needs("outgoing.draft")
                   .says("Groups of the address book")
                   .gives<ContactGroupList>()
                   .by(by(&AddressHandlers::groups)));
    routes.add(Route::get("/recipients/last")
                   .needs("outgoing.draft")
                   .says("Recipients of the last document of a form, as they are today")
                   .gives<RecipientOptionList>()
                   .by(by(&AddressHandlers::last)));
}

}  // namespace

void addAddressRoutes(http::Routes& routes, AddressHandlers& handlers) {
    addBook(routes, handlers);
    addChoice(routes, handlers);
}

}  // namespace congvu::outgoing
