// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <string>
#include <tuple>

namespace congvu::core {

/// A register of one year, as GET /registers shows it. (The member `register` of the answer is a keyword in C++.)
struct RegisterItem {
    std::string id;
    std::string agencyId;
    std::string agencyName;
    std::string registerId;
    std::string group;
    std::int64_t year = 0;
    std::int64_t last = 0;
};

/// What a number was given to.
struct NumberedEntity {
    std::string plugin;
    std::string type;
    std::string id;
};

/// One number of a register.
struct RegisterNumberItem {
    std::int64_t number = 0;
    std::string status;  ///< "used", "reserved", "cancelled"
    NumberedEntity entity;
    Timestamp at;
    std::string reason;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::RegisterItem> {
    static auto fields() {
        using Item = congvu::core::RegisterItem;
        return std::tuple{field("id", &Item::id),
                          field("agencyId", &Item::agencyId),
                          field("agencyName", &Item::agencyName),
                          field("register", &Item::registerId),
                          field("group", &Item::group),
                          field("year", &Item::year),
                          field("last", &Item::last)};
    }
};
template <>
struct congvu::json::Description<congvu::core::NumberedEntity> {
    static auto fields() {
        using Entity = congvu::core::NumberedEntity;
        return std::tuple{field("plugin", &Entity::plugin), field("type", &Entity::type), field("id", &Entity::id)};
    }
};
template <>
struct congvu::json::Description<congvu::core::RegisterNumberItem> {
    static auto fields() {
        using Item = congvu::core::RegisterNumberItem;
        return std::tuple{field("number", &Item::number), field("status", &Item::status), field("entity", &Item::entity),
                          field("at", &Item::at), field("reason", &Item::reason)};
    }
};
