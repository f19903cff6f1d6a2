// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// A unit, or a person in a post, as pickers show it.
struct DirectoryItem {
    std::string kind;  ///< "unit" or "post"
    std::string id;
    std::string name;
    std::string subtitle;
    std::string unitId;
    std::string agencyId;
    std::string initials;
};

/// A post of a person in the list of people.
struct PersonPostItem {
    std::string id;
    std::string title;
    std::string unitId;
    std::string unitName;
    std::vector<std::string> roles;
    bool main = false;
};

/// A person in the list of people.
struct PersonItem {
    std::string id;
    std::string name;
    std::string initials;
    std::string username;
    std::string email;
    std::string phone;
    std::string status;  ///< active, locked, disabled
    std::vector<PersonPostItem> posts;
    std::int64_t version = 1;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::DirectoryItem> {
    static auto fields() {
        using Item = congvu::core::DirectoryItem;
        return std::tuple{field("kind", &Item::kind),         field("id", &Item::id),         field("name", &Item::name),
                          field("subtitle", &Item::subtitle), field("unitId", &Item::unitId), field("agencyId", &Item::agencyId),
                          field("initials", &Item::initials)};
    }
};
template <>
struct congvu::json::Description<congvu::core::PersonPostItem> {
    static auto fields() {
        using Item = congvu::core::PersonPostItem;
        return std::tuple{field("id", &Item::id),         field("title", &Item::title),
                          field("unitId", &Item::unitId), field("unitName", &Item::unitName),
                          field("roles", &Item::roles),   field("main", &Item::main)};
    }
};
template <>
struct congvu::json::Description<congvu::core::PersonItem> {
    static auto fields() {
        using Item = congvu::core::PersonItem;
        return std::tuple{field("id", &Item::id),
                          field("name", &Item::name),
                          field("initials", &Item::initials),
                          field("username", &Item::username),
                          field("email", &Item::email),
                          field("phone", &Item::phone),
                          field("status", &Item::status),
                          field("posts", &Item::posts),
                          field("version", &Item::version)};
    }
};
