// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/sheets/SheetFiles.h"
#include "service/ContactView.h"
#include "service/RegisterDesk.h"
#include "service/Services.h"
#include "storage/ContactRepository.h"

#include <filesystem>
#include <string_view>
#include <utility>

namespace congvu::outgoing {

/// The address book: an agency keeps its own entries and reads those of the root agency, which are everybody's. An entry that a document
/// or a succession names is closed and never removed, so that what was sent stays readable.
class AddressBook {
public:
    AddressBook(const Services& services, std::filesystem::path folder) : services_(services), folder_(std::move(folder)) {}

    [[nodiscard]] db::Page<ContactView> page(const http::Caller& caller, ContactFilter filter, const db::PageRequest& page) const;
    [[nodiscard]] std::vector<ContactGroup> groups(const http::Caller& caller) const;
    /// AppError notFound for an entry the caller's agency does not read, forbidden for one that is another's.
    void requireOwn(const http::Caller& caller, std::string_view id) const;

    ContactView add(const http::Caller& caller, const ContactFacts& facts) const;
    ContactView change(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion, const ContactFacts& facts) const;
    /// AppError conflict "outgoing.contact-used" for one that something names: it is closed instead.
    void remove(const http::Caller& caller, std::string_view id) const;
    /// The agency's own entries, as the import takes them.
    [[nodiscard]] PrintedRegister print(const http::Caller& caller, sheets::SheetFormat format) const;

private:
    [[nodiscard]] AddressBookOwners ownersFor(const http::Caller& caller) const;
    [[nodiscard]] ContactView viewOf(const Contact& contact, const AddressBookOwners& owners) const;
    [[nodiscard]] Contact own(db::Reader& reader, const AddressBookOwners& owners, std::string_view id) const;
    /// Everything that is wrong with the facts of an entry; \p id is empty for a new one.
    void check(db::Reader& reader, const AddressBookOwners& owners, std::string_view id, const ContactFacts& facts) const;

    Services services_;
    std::filesystem::path folder_;
    ContactRepository contacts_;
};

EntityRef contactRef(const Contact& contact);

}  // namespace congvu::outgoing
