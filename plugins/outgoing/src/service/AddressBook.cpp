// SPDX-License-Identifier: Apache-2.0
#include "service/AddressBook.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "domain/ContactCsv.h"
#include "domain/ContactRules.h"
#include "service/AddressBookOwner.h"

namespace congvu::outgoing {

EntityRef contactRef(const Contact& contact) {
    return {"outgoing", "contact", contact.id};
}

AddressBookOwners AddressBook::ownersFor(const http::Caller& caller) const {
    return addressBookOwners(services_.directory, caller.agencyId);
}

ContactView AddressBook::viewOf(const Contact& contact, const AddressBookOwners& owners) const {
    ContactView view;
    view.id = contact.id;
    view.facts = contact.facts;
    view.successorName = contact.successorName;
    view.isShared = contact.ownerAgencyId == owners.root;
    view.mayChange = contact.ownerAgencyId == owners.own;
    view.standing = standingOf(contact.facts, services_.clock.today());
    view.changedByName = contact.changedByName;
    view.changedAt = contact.changedAt;
    view.version = contact.version;
    return view;
}

db::Page<ContactView> AddressBook::page(const http::Caller& caller, ContactFilter filter, const db::PageRequest& page) const {
    const auto owners = ownersFor(caller);
    filter.today = services_.clock.today();
    const auto found = services_.db.read([&](db::Reader& reader) { return contacts_.page(reader, owners, filter, page); });
    db::Page<ContactView> views;
    views.next = found.next;
    views.items.reserve(found.items.size());
    for (const auto& contact : found.items) {
        views.items.push_back(viewOf(contact, owners));
    }
    return views;
}

std::vector<ContactGroup> AddressBook::groups(const http::Caller& caller) const {
    const auto owners = ownersFor(caller);
    return services_.db.read([&](db::Reader& reader) { return contacts_.groups(reader, owners, services_.clock.today()); });
}

Contact AddressBook::own(db::Reader& reader, const AddressBookOwners& owners, std::string_view id) const {
    auto found = contacts_.find(reader, owners, id);
    if (!found) {
        throw AppError::notFound();
    }
    if (found->ownerAgencyId != owners.own) {
        throw AppError::forbidden();
    }
    return std::move(*found);
}

void AddressBook::requireOwn(const http::Caller& caller, std::string_view id) const {
    const auto owners = ownersFor(caller);
    services_.db.read([&](db::Reader& reader) { return own(reader, owners, id).id; });
}

void AddressBook::check(db::Reader& reader, const AddressBookOwners& owners, std::string_view id, const ContactFacts& facts) const {
    auto problems = contactProblems(facts);
    if (contacts_.isCodeTaken(reader, owners.own, facts.organId, id)) {
        problems.push_back({"/organId", "outgoing.contact-exists", {{"code", facts.organId}}});
    }
    if (facts.successorId) {
        const auto successor = contacts_.find(reader, owners, *facts.successorId);
        // Who follows must be there to get documents, so a chain never leads back.
        const bool isOpen = successor && standingOf(successor->facts, services_.clock.today()) != ContactStanding::closed;
        if (!isOpen || *facts.successorId == id) {
            problems.push_back({"/successorId", "outgoing.bad-successor", {}});
        }
    }
    if (!problems.empty()) {
        throw AppError::invalid(std::move(problems));
    }
}

ContactView AddressBook::add(const http::Caller& caller, const ContactFacts& facts) const {
    const auto owners = ownersFor(caller);
    const Contact contact{newId(), owners.own, facts, caller.personName, services_.clock.now()};
    services_.db.write([&](db::Tx& tx) {
        if (contacts_.count(tx, owners.own) >= ContactRepository::kMostContacts) {
            throw AppError{ErrorKind::conflict, "outgoing.address-book-full", {{"max", std::to_string(ContactRepository::kMostContacts)}}};
        }
        check(tx, owners, {}, facts);
        if (!contacts_.insert(tx, contact)) {
            throw AppError::invalidField("/organId", "outgoing.contact-exists", {{"code", facts.organId}});
        }
        services_.audit.record(tx, caller, "outgoing.contact-added", contactRef(contact), json::toText(facts));
    });
    return viewOf(contact, owners);
}

ContactView AddressBook::change(const http::Caller& caller, std::string_view id, std::int64_t expectedVersion,
                                const ContactFacts& facts) const {
    const auto owners = ownersFor(caller);
    return services_.db.write([&](db::Tx& tx) {
        auto contact = own(tx, owners, id);
        check(tx, owners, id, facts);
        contact.facts = facts;
        contact.changedByName = caller.personName;
        contact.changedAt = services_.clock.now();
        if (!contacts_.update(tx, contact, expectedVersion)) {
            throw AppError::stale();
        }
        services_.audit.record(tx, caller, "outgoing.contact-changed", contactRef(contact), json::toText(facts));
        return viewOf(contacts_.find(tx, owners, id).value(), owners);
    });
}

void AddressBook::remove(const http::Caller& caller, std::string_view id) const {
    const auto owners = ownersFor(caller);
    services_.db.write([&](db::Tx& tx) {
        const auto contact = own(tx, owners, id);
        if (contacts_.isUsed(tx, id)) {
            throw AppError{ErrorKind::conflict, "outgoing.contact-used"};
        }
        contacts_.remove(tx, id);
        services_.audit.record(tx, caller, "outgoing.contact-removed", contactRef(contact), json::toText(contact.facts));
    });
}

PrintedRegister AddressBook::print(const http::Caller& caller, sheets::SheetFormat format) const {
    const auto contacts = services_.db.read([&](db::Reader& reader) { return contacts_.all(reader, caller.agencyId); });
    const auto sheet = contactSheet(contacts);
    return {sheets::renderSheet(sheet, format, folder_), std::string{sheets::mediaTypeOf(format)},
            sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

}  // namespace congvu::outgoing
