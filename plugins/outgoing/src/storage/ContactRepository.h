// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "domain/Contact.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Whose entries an agency reads: its own, and those of the root agency, which are everybody's.
struct AddressBookOwners {
    std::string own;
    std::string root;
};

/// Which part of the address book.
struct ContactFilter {
    std::string words;      ///< folded
    std::string groupName;  ///< empty: every group
    bool isOpenOnly = false;
    Date today;  ///< for isOpenOnly
};

struct ContactGroup {
    std::string name;
    std::int64_t contacts = 0;
};

/// All SQL of outgoing_contact. An agency has at most kMostContacts entries, so the words of a search may be looked for in each.
class ContactRepository {
public:
    static constexpr std::int64_t kMostContacts = 20'000;

    /// An entry that the owners' agency reads.
    [[nodiscard]] std::optional<Contact> find(db::Reader& reader, const AddressBookOwners& owners, std::string_view id) const;
    /// Several at once, in any order.
    [[nodiscard]] std::vector<Contact> withIds(db::Reader& reader, const AddressBookOwners& owners,
                                               const std::vector<std::string>& ids) const;
    /// The same by their codes; shared entries first, so that the agency's own come after them.
    [[nodiscard]] std::vector<Contact> withCodes(db::Reader& reader, const AddressBookOwners& owners,
                                                 const std::vector<std::string>& organIds) const;
    [[nodiscard]] db::Page<Contact> page(db::Reader& reader, const AddressBookOwners& owners, const ContactFilter& filter,
                                         const db::PageRequest& page) const;
    /// Groups of entries that are valid today, by name, at most 200.
    [[nodiscard]] std::vector<ContactGroup> groups(db::Reader& reader, const AddressBookOwners& owners, Date today) const;
    /// Every entry of one owner, by name.
    [[nodiscard]] std::vector<Contact> all(db::Reader& reader, std::string_view ownerAgencyId) const;
    [[nodiscard]] std::int64_t count(db::Reader& reader, std::string_view ownerAgencyId) const;

    /// False when the owner has an entry with that code already.
    [[nodiscard]] bool insert(db::Tx& tx, const Contact& contact) const;
    /// False when somebody else was first.
    [[nodiscard]] bool update(db::Tx& tx, const Contact& contact, std::int64_t expectedVersion) const;
    /// True when another entry of the owner has the code.
    [[nodiscard]] bool isCodeTaken(db::Reader& reader, std::string_view ownerAgencyId, std::string_view organId,
                                   std::string_view exceptId) const;
    /// True when a document or another entry's succession names it.
    [[nodiscard]] bool isUsed(db::Reader& reader, std::string_view id) const;
    void remove(db::Tx& tx, std::string_view id) const;

private:
    [[nodiscard]] std::vector<Contact> several(db::Reader& reader, const AddressBookOwners& owners, std::string_view column,
                                               const std::vector<std::string>& values) const;
};

}  // namespace congvu::outgoing
