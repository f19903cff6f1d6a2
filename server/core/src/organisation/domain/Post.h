// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// A person's position in a unit. A person may hold several; a request acts in exactly one.
struct Post {
    std::string id;
    std::string personId;
    std::string unitId;
    std::string title;
    bool main = false;
    Date from;
    std::optional<Date> until;  ///< last day
    std::int64_t version = 1;
    std::vector<std::string> roles;

    [[nodiscard]] bool isInForceOn(Date day) const { return from <= day && (!until || day <= *until); }
};

/// Changes of a post: absent members stay as they are; until: null makes it open-ended.
struct PostChanges {
    std::optional<std::string> title;
    std::optional<std::vector<std::string>> roles;
    std::optional<bool> main;
    std::optional<Date> from;
    json::RawJson until{""};
};

/// A post of a unit, as GET /units/{id}/posts shows it.
struct UnitPost {
    std::string id;
    std::string title;
    std::string personId;
    std::string personName;
    std::string unitId;
    std::vector<std::string> roles;
    bool main = false;
    Date from;
    std::optional<Date> until;
    std::int64_t version = 1;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::PostChanges> {
    static auto fields() {
        using Changes = congvu::core::PostChanges;
        return std::tuple{field("title", &Changes::title).minLength(1).maxLength(150),
                          field("roles", &Changes::roles).minLength(1).maxLength(20), field("main", &Changes::main),
                          field("from", &Changes::from), field("until", &Changes::until)};
    }
};
template <>
struct congvu::json::Description<congvu::core::UnitPost> {
    static auto fields() {
        using Post = congvu::core::UnitPost;
        return std::tuple{field("id", &Post::id),
                          field("title", &Post::title),
                          field("personId", &Post::personId),
                          field("personName", &Post::personName),
                          field("unitId", &Post::unitId),
                          field("roles", &Post::roles),
                          field("main", &Post::main),
                          field("from", &Post::from),
                          field("until", &Post::until),
                          field("version", &Post::version)};
    }
};
