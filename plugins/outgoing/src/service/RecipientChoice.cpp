// SPDX-License-Identifier: Apache-2.0
#include "service/RecipientChoice.h"

#include "congvu/error/AppError.h"
#include "domain/ContactRules.h"
#include "service/AddressBookOwner.h"

#include <algorithm>
#include <map>

namespace congvu::outgoing {

namespace {

/// The agency on this server that an entry stands for.
std::optional<directory::UnitInfo> agencyOfCode(const directory::Directory& directory, const std::string& organId) {
    auto agency = organId.empty() ? std::nullopt : directory.agencyByOrganId(organId);
    return agency && agency->isAgency && agency->isActive ? agency : std::nullopt;
}

std::vector<Carriage> carriagesFor(bool isOnExchange, const std::string& email) {
    std::vector<Carriage> carriages;
    if (isOnExchange) {
        carriages.push_back(Carriage::electronic);
    }
    if (!email.empty()) {
        carriages.push_back(Carriage::email);
    }
    carriages.push_back(Carriage::paper);
    return carriages;
}

std::string closingDay(const ContactFacts& facts, ContactStanding standing) {
    const auto& day = standing == ContactStanding::future ? facts.validFrom : facts.validUntil;
    return day ? day->toDisplay() : std::string{};
}

/// "outgoing.contact-closed", "-merged" (with its successor) or "-future".
FieldError notValid(const std::string& pointer, const Contact& contact, ContactStanding standing) {
    MessageParams params{{"name", contact.facts.name}, {"date", closingDay(contact.facts, standing)}};
    if (standing == ContactStanding::future) {
        return {pointer, "outgoing.contact-future", std::move(params)};
    }
    if (contact.successorName.empty()) {
        return {pointer, "outgoing.contact-closed", std::move(params)};
    }
    params.emplace_back("successor", contact.successorName);
    return {pointer, "outgoing.contact-merged", std::move(params)};
}

std::vector<std::string> contactIdsOf(const std::vector<Recipient>& recipients) {
    std::vector<std::string> ids;
    ids.reserve(recipients.size());
    for (const auto& recipient : recipients) {
        if (recipient.contactId) {
            ids.push_back(*recipient.contactId);
        }
    }
    return ids;
}

}  // namespace

/// Entries that several recipients need, read at once.
class RecipientChoice::KnownContacts {
public:
    void add(std::vector<Contact> contacts) {
        for (auto& contact : contacts) {
            const auto id = contact.id;
            if (!contact.facts.organId.empty()) {
                idsByCode_[contact.facts.organId] = id;
            }
            byId_.insert_or_assign(id, std::move(contact));
        }
    }
    [[nodiscard]] const Contact* withId(const std::string& id) const {
        const auto found = byId_.find(id);
        return found == byId_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const Contact* withCode(const std::string& organId) const {
        const auto found = idsByCode_.find(organId);
        return found == idsByCode_.end() ? nullptr : withId(found->second);
    }

private:
    std::map<std::string, Contact> byId_;
    std::map<std::string, std::string> idsByCode_;
};

/// Turns what was chosen into recipients and keeps what is wrong.
class RecipientChoice::Resolving {
public:
    Resolving(const RecipientChoice& choice, db::Reader& reader, std::string_view agencyId, const std::vector<RecipientInput>& inputs)
        : choice_(choice) {
        std::vector<std::string> ids;
        std::vector<std::string> codes;
        for (const auto& input : inputs) {
            if (input.contactId) {
                ids.push_back(*input.contactId);
            } else if (const auto agency = input.agencyId ? choice.services_.directory.unit(*input.agencyId) : std::nullopt) {
                codes.push_back(agency->organId);
            }
        }
        const auto owners = addressBookOwners(choice.services_.directory, agencyId);
        known_.add(choice.contacts_.withIds(reader, owners, ids));
        known_.add(choice.contacts_.withCodes(reader, owners, codes));
    }

    void take(const RecipientInput& input, const std::string& at) {
        if (input.contactId) {
            byContact(input, at);
        } else if (input.agencyId) {
            byAgency(input, at);
        } else {
            errors_.push_back({at + "/contactId", "required", {}});
        }
    }
    std::vector<Recipient> done() {
        if (!errors_.empty()) {
            throw AppError::invalid(std::move(errors_));
        }
        return std::move(found_);
    }

private:
    void byAgency(const RecipientInput& input, const std::string& at) {
        const auto agency = choice_.services_.directory.unit(*input.agencyId);
        if (!agency || !agency->isAgency || !agency->isActive) {
            errors_.push_back({at + "/agencyId", "outgoing.unknown-agency", {}});
            return;
        }
        // The agency is there whatever an old entry with its code says; only an entry that is valid tells its addresses.
        const auto* contact = known_.withCode(agency->organId);
        const bool isValid = contact != nullptr && standingOf(contact->facts, choice_.services_.clock.today()) == ContactStanding::open;
        keep(input, at, *agency, isValid ? contact : nullptr);
    }
    void byContact(const RecipientInput& input, const std::string& at) {
        const auto* contact = known_.withId(*input.contactId);
        if (contact == nullptr) {
            errors_.push_back({at + "/contactId", "outgoing.unknown-contact", {}});
            return;
        }
        const auto standing = standingOf(contact->facts, choice_.services_.clock.today());
        if (standing != ContactStanding::open) {
            errors_.push_back(notValid(at + "/contactId", *contact, standing));
            return;
        }
        const auto agency = agencyOfCode(choice_.services_.directory, contact->facts.organId);
        keep(input, at, agency, contact);
    }
    void keep(const RecipientInput& input, const std::string& at, const std::optional<directory::UnitInfo>& agency,
              const Contact* contact) {
        const auto email = contact == nullptr ? std::string{} : contact->facts.email;
        const auto carriages = carriagesFor(agency.has_value(), email);
        const auto carriage = input.carriage.value_or(carriages.front());
        if (std::ranges::find(carriages, carriage) == carriages.end()) {
            errors_.push_back(
                {at + "/carriage", carriage == Carriage::email ? "outgoing.no-mail-address" : "outgoing.not-on-exchange", {}});
            return;
        }
        Recipient recipient;
        recipient.deliveryId = newId();
        recipient.agencyId = agency ? agency->id : contact->id;
        recipient.name = agency ? agency->name : contact->facts.name;
        recipient.status = "00";
        recipient.updatedAt = choice_.services_.clock.now();
        recipient.carriage = carriage;
        recipient.copies = input.copies;
        recipient.organId = agency ? agency->organId : contact->facts.organId;
        recipient.email = email;
        if (contact != nullptr) {
            recipient.contactId = contact->id;
            recipient.postalAddress = contact->facts.postalAddress;
        }
        found_.push_back(std::move(recipient));
    }

    const RecipientChoice& choice_;
    KnownContacts known_;
    std::vector<Recipient> found_;
    std::vector<FieldError> errors_;
};

RecipientOption RecipientChoice::optionOf(const Contact& contact) const {
    const auto& facts = contact.facts;
    const auto agency = agencyOfCode(services_.directory, facts.organId);
    RecipientOption option;
    option.agencyId = agency ? std::optional{agency->id} : std::nullopt;
    option.contactId = contact.id;
    option.name = facts.name;
    option.organId = facts.organId;
    option.groupName = facts.groupName;
    option.email = facts.email;
    option.postalAddress = facts.postalAddress;
    option.carriages = carriagesFor(agency.has_value(), facts.email);
    option.standing = standingOf(facts, services_.clock.today());
    option.validFrom = facts.validFrom;
    option.validUntil = facts.validUntil;
    option.successorId = facts.successorId;
    option.successorName = contact.successorName;
    return option;
}

db::Page<RecipientOption> RecipientChoice::page(const http::Caller& caller, ContactFilter filter, const db::PageRequest& page) const {
    const auto owners = addressBookOwners(services_.directory, caller.agencyId);
    filter.today = services_.clock.today();
    const auto found = services_.db.read([&](db::Reader& reader) { return contacts_.page(reader, owners, filter, page); });
    db::Page<RecipientOption> options;
    options.next = found.next;
    options.items.reserve(found.items.size());
    for (const auto& contact : found.items) {
        options.items.push_back(optionOf(contact));
    }
    return options;
}

RecipientOption RecipientChoice::optionOfLast(const Contact* contact, const Recipient& recipient) const {
    RecipientOption option;
    if (contact != nullptr) {
        option = optionOf(*contact);
    } else {
        const auto agency = services_.directory.unit(recipient.agencyId);
        const bool isThere = agency && agency->isAgency && agency->isActive;
        option.agencyId = isThere ? std::optional{agency->id} : std::nullopt;
        option.name = isThere ? agency->name : recipient.name;
        option.organId = isThere ? agency->organId : recipient.organId;
        option.carriages = carriagesFor(isThere, {});
        option.standing = isThere ? ContactStanding::open : ContactStanding::closed;
    }
    option.carriage = recipient.carriage;
    option.copies = recipient.copies;
    return option;
}

std::vector<RecipientOption> RecipientChoice::last(const http::Caller& caller, std::string_view formId) const {
    const auto owners = addressBookOwners(services_.directory, caller.agencyId);
    return services_.db.read([&](db::Reader& reader) {
        std::vector<RecipientOption> options;
        auto id = documents_.latestSent(reader, caller.postId, formId);
        if (!id && !formId.empty()) {
            id = documents_.latestSent(reader, caller.postId, {});
        }
        if (!id) {
            return options;
        }
        const auto recipients = dispatch_.recipients(reader, *id);
        KnownContacts known;
        known.add(contacts_.withIds(reader, owners, contactIdsOf(recipients)));
        options.reserve(recipients.size());
        for (const auto& recipient : recipients) {
            options.push_back(optionOfLast(recipient.contactId ? known.withId(*recipient.contactId) : nullptr, recipient));
        }
        return options;
    });
}

std::vector<Recipient> RecipientChoice::resolve(db::Reader& reader, std::string_view agencyId, const std::vector<RecipientInput>& inputs,
                                                std::string_view at) const {
    Resolving resolving{*this, reader, agencyId, inputs};
    for (std::size_t index = 0; index < inputs.size(); ++index) {
        resolving.take(inputs[index], std::string{at} + '/' + std::to_string(index));
    }
    return resolving.done();
}

void RecipientChoice::requireOpen(db::Reader& reader, std::string_view agencyId, const std::vector<Recipient>& recipients) const {
    KnownContacts known;
    known.add(contacts_.withIds(reader, addressBookOwners(services_.directory, agencyId), contactIdsOf(recipients)));
    for (const auto& recipient : recipients) {
        const auto* contact = recipient.contactId ? known.withId(*recipient.contactId) : nullptr;
        const auto standing = contact != nullptr ? standingOf(contact->facts, services_.clock.today()) : ContactStanding::open;
        if (standing != ContactStanding::open) {
            auto refused = notValid({}, *contact, standing);
            throw AppError{ErrorKind::conflict, std::move(refused.code), std::move(refused.params)};
        }
        if (recipient.carriage == Carriage::email && (contact != nullptr ? contact->facts.email : recipient.email).empty()) {
            throw AppError{ErrorKind::conflict, "outgoing.recipient-no-mail", {{"name", recipient.name}}};
        }
    }
}

}  // namespace congvu::outgoing
