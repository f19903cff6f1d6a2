// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "domain/Contact.h"
#include "storage/ContactRepository.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// An entry of the address book as pages show it.
struct ContactView {
    std::string id;
    ContactFacts facts;
    std::string successorName;
    bool isShared = false;   ///< of the root agency: everybody's
    bool mayChange = false;  ///< of the reader's own agency
    ContactStanding standing = ContactStanding::open;
    std::string changedByName;
    Timestamp changedAt;
    std::int64_t version = 1;
};

struct ContactGroupList {
    std::vector<ContactGroup> items;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::ContactView> {
    static auto fields() {
        using View = congvu::outgoing::ContactView;
        return std::tuple{field("id", &View::id),
                          field("facts", &View::facts),
                          field("successorName", &View::successorName),
                          field("isShared", &View::isShared),
                          field("mayChange", &View::mayChange),
                          field("standing", &View::standing),
                          field("changedByName", &View::changedByName),
                          field("changedAt", &View::changedAt),
                          field("version", &View::version)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ContactGroup> {
    static auto fields() {
        using Group = congvu::outgoing::ContactGroup;
        return std::tuple{field("name", &Group::name), field("contacts", &Group::contacts)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ContactGroupList> {
    static auto fields() { return std::tuple{field("items", &congvu::outgoing::ContactGroupList::items)}; }
};
