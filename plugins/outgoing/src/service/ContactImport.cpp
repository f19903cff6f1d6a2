// SPDX-License-Identifier: Apache-2.0
#include "service/ContactImport.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/text/Text.h"
#include "domain/ContactRules.h"
#include "service/AddressBookOwner.h"

#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace congvu::outgoing {

namespace {

std::string contactFileText(const files::UploadedFile& upload) {
    std::ifstream in(upload.path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// What the lines of a file make of the entries that are there.
class ContactMerge {
public:
    ContactMerge(std::vector<Contact> known, std::string ownerAgencyId) : ownerAgencyId_(std::move(ownerAgencyId)) {
        for (auto& contact : known) {
            add(std::move(contact));
        }
    }

    /// Entries of the root agency may be successors too.
    void addShared(const std::vector<Contact>& shared) {
        for (const auto& contact : shared) {
            sharedIds_.try_emplace(contact.facts.organId, contact.id);
            sharedIds_.try_emplace(text::fold(contact.facts.name), contact.id);
        }
    }

    void take(const std::vector<ContactLine>& lines, ContactImportResult& result) {
        for (const auto& line : lines) {
            placeOf(line);
        }
        for (const auto& line : lines) {
            settle(line, result);
        }
        findRings(lines, result);
    }

    std::vector<Contact> added;
    std::vector<Contact> changed;

private:
    /// An entry that is there or that the file adds.
    struct Place {
        Contact contact;
        bool isNew = false;
    };

    std::size_t add(Contact contact, bool isNew = false) {
        if (!contact.facts.organId.empty()) {
            byCode_.try_emplace(contact.facts.organId, places_.size());
        }
        byName_.try_emplace(text::fold(contact.facts.name), places_.size());
        places_.push_back({std::move(contact), isNew});
        return places_.size() - 1;
    }
    [[nodiscard]] std::optional<std::size_t> find(const std::map<std::string, std::size_t>& index, const std::string& key) const {
        const auto found = index.find(key);
        return found == index.end() ? std::nullopt : std::optional{found->second};
    }
    /// Where a line belongs; made when there is no such entry.
    void placeOf(const ContactLine& line) {
        const auto& facts = line.facts;
        auto place = facts.organId.empty() ? find(byName_, text::fold(facts.name)) : find(byCode_, facts.organId);
        if (!place) {
            place = add(Contact{newId(), ownerAgencyId_, facts, {}, {}}, true);
        }
        placeOfLine_[line.line] = *place;
    }
    void settle(const ContactLine& line, ContactImportResult& result) {
        auto& place = places_[placeOfLine_[line.line]];
        auto facts = line.facts;
        if (!line.successor.empty()) {
            facts.successorId = successorOf(line.successor);
            if (!facts.successorId || *facts.successorId == place.contact.id) {
                result.errors.push_back({line.line, "successor", "outgoing.bad-successor"});
            }
        }
        if (place.isNew) {
            place.contact.facts = std::move(facts);
            added.push_back(place.contact);
        } else if (json::toText(place.contact.facts) == json::toText(facts)) {
            ++result.same;
        } else {
            place.contact.facts = std::move(facts);
            changed.push_back(place.contact);
        }
    }
    [[nodiscard]] std::optional<std::string> successorOf(const std::string& named) const {
        const auto folded = text::fold(named);
        for (const auto& place : {find(byCode_, named), find(byName_, folded)}) {
            if (place) {
                return places_[*place].contact.id;
            }
        }
        for (const auto& key : {named, folded}) {
            if (const auto shared = sharedIds_.find(key); shared != sharedIds_.end()) {
                return shared->second;
            }
        }
        return std::nullopt;
    }
    /// Agencies that were merged into each other have nobody who gets their documents.
    void findRings(const std::vector<ContactLine>& lines, ContactImportResult& result) {
        std::map<std::string, std::string> next;
        for (const auto& place : places_) {
            if (place.contact.facts.successorId) {
                next[place.contact.id] = *place.contact.facts.successorId;
            }
        }
        for (const auto& line : lines) {
            std::set<std::string> seen;
            auto id = places_[placeOfLine_[line.line]].contact.id;
            while (seen.insert(id).second && next.contains(id)) {
                id = next[id];
            }
            if (next.contains(id) && !line.successor.empty()) {
                result.errors.push_back({line.line, "successor", "outgoing.bad-successor"});
            }
        }
    }

    std::string ownerAgencyId_;
    std::vector<Place> places_;
    std::map<std::string, std::size_t> byCode_;
    std::map<std::string, std::size_t> byName_;
    std::map<std::string, std::string> sharedIds_;
    std::map<std::int64_t, std::size_t> placeOfLine_;
};

std::string uploadedContacts(const std::vector<files::UploadedFile>& uploads) {
    if (uploads.size() != 1) {
        throw AppError::invalidField("/file", "outgoing.one-file");
    }
    if (uploads.front().sizeBytes > ContactImport::kMostBytes) {
        throw AppError{ErrorKind::tooLarge, "outgoing.csv-too-large"};
    }
    return contactFileText(uploads.front());
}

}  // namespace

void ContactImport::add(db::Tx& tx, const http::Caller& caller, Contact contact) const {
    contact.changedByName = caller.personName;
    contact.changedAt = services_.clock.now();
    if (!contacts_.insert(tx, contact)) {
        throw AppError::stale();
    }
}

void ContactImport::change(db::Tx& tx, const http::Caller& caller, Contact contact) const {
    contact.changedByName = caller.personName;
    contact.changedAt = services_.clock.now();
    if (!contacts_.update(tx, contact, contact.version)) {
        throw AppError::stale();
    }
}

ContactImportResult ContactImport::run(const http::Caller& caller, const std::vector<files::UploadedFile>& uploads,
                                       const ContactImportInput& input) const {
    const auto read = readContactCsv(uploadedContacts(uploads));
    const auto owners = addressBookOwners(services_.directory, caller.agencyId);
    return services_.db.write([&](db::Tx& tx) {
        ContactImportResult result;
        result.isDryRun = input.dryRun;
        result.errors = read.errors;
        ContactMerge merge{contacts_.all(tx, owners.own), owners.own};
        if (owners.root != owners.own) {
            merge.addShared(contacts_.all(tx, owners.root));
        }
        merge.take(read.lines, result);
        result.added = static_cast<std::int64_t>(merge.added.size());
        result.changed = static_cast<std::int64_t>(merge.changed.size());
        if (contacts_.count(tx, owners.own) + result.added > ContactRepository::kMostContacts) {
            result.errors.push_back({1, "file", "outgoing.csv-too-many-lines"});
        }
        if (input.dryRun || !result.errors.empty()) {
            return result;
        }
        for (const auto& contact : merge.added) {
            add(tx, caller, contact);
        }
        for (const auto& contact : merge.changed) {
            change(tx, caller, contact);
        }
        services_.audit.record(tx, caller, "outgoing.contacts-imported", {"outgoing", "address-book", owners.own}, json::toText(result));
        return result;
    });
}

}  // namespace congvu::outgoing
