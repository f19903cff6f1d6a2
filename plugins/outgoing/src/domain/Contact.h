// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::outgoing {

/// What an entry of the address book says; every change gives all of it.
struct ContactFacts {
    std::string organId;     ///< electronic identity code (Decision 20/2020/QĐ-TTg), empty for who has none
    std::string name;        ///< "Sở Nội vụ tỉnh Sông Mẫu"
    std::string parentName;  ///< superior agency
    std::string groupName;   ///< "Sở, ban, ngành": chosen as one
    std::string email;
    std::string postalAddress;
    std::string phone;
    std::optional<Date> validFrom;
    std::optional<Date> validUntil;          ///< last day
    std::optional<std::string> successorId;  ///< entry of the agency it was merged into
};

/// An entry of the address book (danh bạ nơi nhận): an agency, organisation or person that documents go to.
struct Contact {
    std::string id;
    std::string ownerAgencyId;
    ContactFacts facts;
    std::string changedByName;
    Timestamp changedAt;
    std::int64_t version = 1;
    std::string successorName{};  ///< of facts.successorId
};

/// What an entry is good for today.
enum class ContactStanding {
    open,
    future,  ///< not valid yet
    closed,  ///< not valid any more
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::ContactStanding> {
    using Standing = congvu::outgoing::ContactStanding;
    static constexpr std::array values{std::pair{Standing::open, std::string_view{"open"}},
                                       std::pair{Standing::future, std::string_view{"future"}},
                                       std::pair{Standing::closed, std::string_view{"closed"}}};
};
template <>
struct congvu::json::Description<congvu::outgoing::ContactFacts> {
    static auto fields() {
        using Facts = congvu::outgoing::ContactFacts;
        return std::tuple{field("organId", &Facts::organId).maxLength(35),
                          field("name", &Facts::name).required().maxLength(200),
                          field("parentName", &Facts::parentName).maxLength(200),
                          field("groupName", &Facts::groupName).maxLength(100),
                          field("email", &Facts::email).maxLength(100),
                          field("postalAddress", &Facts::postalAddress).maxLength(250),
                          field("phone", &Facts::phone).maxLength(20),
                          field("validFrom", &Facts::validFrom),
                          field("validUntil", &Facts::validUntil),
                          field("successorId", &Facts::successorId).maxLength(40)};
    }
};
