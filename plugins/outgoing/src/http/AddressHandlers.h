// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/http/Routes.h"
#include "service/AddressBook.h"
#include "service/ContactImport.h"
#include "service/RecipientChoice.h"

namespace congvu::outgoing {

/// The address book and what drafts choose from it.
class AddressHandlers {
public:
    AddressHandlers(const AddressBook& book, const ContactImport& importing, const RecipientChoice& choice)
        : book_(book), importing_(importing), choice_(choice) {}

    http::Response page(const http::Request& request);
    http::Response add(const http::Request& request);
    http::Response change(const http::Request& request);
    http::Response remove(const http::Request& request);
    http::Response importCsv(const http::Request& request);
    http::Response exportBook(const http::Request& request);

    http::Response recipients(const http::Request& request);
    http::Response groups(const http::Request& request);
    http::Response last(const http::Request& request);

private:
    const AddressBook& book_;
    const ContactImport& importing_;
    const RecipientChoice& choice_;
};

/// The routes of the handlers.
void addAddressRoutes(http::Routes& routes, AddressHandlers& handlers);

}  // namespace congvu::outgoing
