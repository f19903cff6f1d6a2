// SPDX-License-Identifier: Apache-2.0
#include "storage/ContactRepository.h"

#include "congvu/text/Text.h"
#include "storage/LikePattern.h"

#include <algorithm>
#include <iterator>

namespace congvu::outgoing {

namespace {

constexpr const char* kSelectContact = R"sql(
        SELECT c.id, c.owner_agency_id, c.organ_id, c.name, c.parent_name, c.group_name, c.email, c.postal_address, c.phone, c.valid_from,
               c.valid_until, c.successor_id, c.changed_by_name, c.changed_at, c.version, COALESCE(s.name, ''), c.sort_key
        FROM outgoing_contact c LEFT JOIN outgoing_contact s ON s.id = c.successor_id )sql";

/// A row with what its place in the order is.
struct OrderedContact {
    Contact contact;
    std::string sortKey;
};

Contact contactOf(const db::Row& row) {
    Contact found;
    found.id = row.string(0);
    found.ownerAgencyId = row.string(1);
    found.facts = {row.string(2), row.string(3), row.string(4),       row.string(5),        row.string(6),
                   row.string(7), row.string(8), row.optionalDate(9), row.optionalDate(10), row.optionalString(11)};
    found.changedByName = row.string(12);
    found.changedAt = row.time(13);
    found.version = row.integer(14);
    found.successorName = row.string(15);
    return found;
}

std::string foldedContact(const ContactFacts& facts) {
    return text::fold(facts.name + " " + facts.organId + " " + facts.parentName + " " + facts.groupName);
}

}  // namespace

std::optional<Contact> ContactRepository::find(db::Reader& reader, const AddressBookOwners& owners, std::string_view id) const {
    static const std::string statement = std::string{kSelectContact} + "WHERE c.id = $3 AND c.owner_agency_id IN ($1, $2)";
    return reader.one(statement, {owners.own, owners.root, id}, contactOf);
}

std::vector<Contact> ContactRepository::several(db::Reader& reader, const AddressBookOwners& owners, std::string_view column,
                                                const std::vector<std::string>& values) const {
    constexpr std::size_t kAtOnce = 200;
    std::vector<Contact> found;
    for (std::size_t start = 0; start < values.size(); start += kAtOnce) {
        db::Params params{owners.own, owners.root};
        std::string places;
        for (std::size_t index = start; index < std::min(values.size(), start + kAtOnce); ++index) {
            params.emplace_back(values[index]);
            places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
        }
        const auto statement = std::string{kSelectContact} + "WHERE c.owner_agency_id IN ($1, $2) AND c." + std::string{column} + " IN (" +
                               places + ") AND c." + std::string{column} +
                               " <> '' ORDER BY CASE WHEN c.owner_agency_id = $1 THEN 1 ELSE 0 END, c.id LIMIT 400";
        auto part = reader.list(statement, params, contactOf);
        std::ranges::move(part, std::back_inserter(found));
    }
    return found;
}

std::vector<Contact> ContactRepository::withIds(db::Reader& reader, const AddressBookOwners& owners,
                                                const std::vector<std::string>& ids) const {
    return several(reader, owners, "id", ids);
}

std::vector<Contact> ContactRepository::withCodes(db::Reader& reader, const AddressBookOwners& owners,
                                                  const std::vector<std::string>& organIds) const {
    return several(reader, owners, "organ_id", organIds);
}

db::Page<Contact> ContactRepository::page(db::Reader& reader, const AddressBookOwners& owners, const ContactFilter& filter,
                                          const db::PageRequest& page) const {
    static const std::string statement = std::string{kSelectContact} + R"sql(
        WHERE c.owner_agency_id IN ($1, $2) AND (c.sort_key, c.id) > ($3, $4)
          AND ($5 = '' OR c.folded LIKE $5 ESCAPE '~')
          AND ($6 = '' OR c.group_name = $6)
          AND (NOT $7 OR ((c.valid_from IS NULL OR c.valid_from <= $8) AND (c.valid_until IS NULL OR c.valid_until >= $8)))
        ORDER BY c.sort_key, c.id LIMIT $9)sql";
    std::string afterKey;
    std::string afterId;
    if (!page.cursor.empty()) {
        const auto values = db::unpackCursor(page.cursor, 2);
        afterKey = values[0];
        afterId = values[1];
    }
    const auto pattern = likePattern(filter.words);
    auto rows = reader.list(
        statement, {owners.own, owners.root, afterKey, afterId, pattern, filter.groupName, filter.isOpenOnly, filter.today, page.limit + 1},
        [](const db::Row& row) {
            return OrderedContact{contactOf(row), row.string(16)};
        });
    auto ordered = db::makePage(std::move(rows), page, [](const OrderedContact& last) {
        return std::vector<std::string>{last.sortKey, last.contact.id};
    });
    db::Page<Contact> found;
    found.next = std::move(ordered.next);
    found.items.reserve(ordered.items.size());
    for (auto& one : ordered.items) {
        found.items.push_back(std::move(one.contact));
    }
    return found;
}

std::vector<ContactGroup> ContactRepository::groups(db::Reader& reader, const AddressBookOwners& owners, Date today) const {
    return reader.list(R"sql(
        SELECT group_name, COUNT(*) FROM outgoing_contact
        WHERE owner_agency_id IN ($1, $2) AND group_name <> ''
          AND (valid_from IS NULL OR valid_from <= $3) AND (valid_until IS NULL OR valid_until >= $3)
        GROUP BY group_name ORDER BY group_name LIMIT 200)sql",
                       {owners.own, owners.root, today}, [](const db::Row& row) {
                           return ContactGroup{row.string(0), row.integer(1)};
                       });
}

std::vector<Contact> ContactRepository::all(db::Reader& reader, std::string_view ownerAgencyId) const {
    static const std::string statement =
        std::string{kSelectContact} + "WHERE c.owner_agency_id = $1 ORDER BY c.sort_key, c.id LIMIT " + std::to_string(kMostContacts);
    return reader.list(statement, {ownerAgencyId}, contactOf);
}

std::int64_t ContactRepository::count(db::Reader& reader, std::string_view ownerAgencyId) const {
    return reader
        .one("SELECT COUNT(*) FROM outgoing_contact WHERE owner_agency_id = $1", {ownerAgencyId},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

bool ContactRepository::insert(db::Tx& tx, const Contact& contact) const {
    const auto& facts = contact.facts;
    const auto folded = foldedContact(facts);
    const auto sortKey = text::sortKey(facts.name);
    return tx.execute(R"sql(
        INSERT INTO outgoing_contact (id, owner_agency_id, organ_id, name, folded, sort_key, parent_name, group_name, email, postal_address,
                                      phone, valid_from, valid_until, successor_id, changed_by_name, changed_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1) ON CONFLICT DO NOTHING)sql",
                      {contact.id, contact.ownerAgencyId, facts.organId, facts.name, folded, sortKey, facts.parentName, facts.groupName,
                       facts.email, facts.postalAddress, facts.phone, facts.validFrom, facts.validUntil, facts.successorId,
                       contact.changedByName, contact.changedAt}) == 1;
}

bool ContactRepository::update(db::Tx& tx, const Contact& contact, std::int64_t expectedVersion) const {
    const auto& facts = contact.facts;
    const auto folded = foldedContact(facts);
    const auto sortKey = text::sortKey(facts.name);
    return tx.execute(R"sql(
        UPDATE outgoing_contact
        SET organ_id = $3, name = $4, folded = $5, sort_key = $6, parent_name = $7, group_name = $8, email = $9, postal_address = $10,
            phone = $11, valid_from = $12, valid_until = $13, successor_id = $14, changed_by_name = $15, changed_at = $16,
            version = version + 1
        WHERE id = $1 AND version = $2)sql",
                      {contact.id, expectedVersion, facts.organId, facts.name, folded, sortKey, facts.parentName, facts.groupName,
                       facts.email, facts.postalAddress, facts.phone, facts.validFrom, facts.validUntil, facts.successorId,
                       contact.changedByName, contact.changedAt}) == 1;
}

bool ContactRepository::isCodeTaken(db::Reader& reader, std::string_view ownerAgencyId, std::string_view organId,
                                    std::string_view exceptId) const {
    return !organId.empty() &&
           reader.exists("SELECT 1 FROM outgoing_contact WHERE owner_agency_id = $1 AND organ_id = $2 AND organ_id <> '' AND id <> $3",
                         {ownerAgencyId, organId, exceptId});
}

bool ContactRepository::isUsed(db::Reader& reader, std::string_view id) const {
    return reader.exists(R"sql(
        SELECT 1 FROM outgoing_recipient WHERE contact_id = $1
        UNION ALL SELECT 1 FROM outgoing_contact WHERE successor_id = $1 LIMIT 1)sql",
                         {id});
}

void ContactRepository::remove(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM outgoing_contact WHERE id = $1", {id});
}

}  // namespace congvu::outgoing
