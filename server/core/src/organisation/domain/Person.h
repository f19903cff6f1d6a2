// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::core {

enum class PersonStatus { active, disabled };

/// A person, without anything secret.
struct Person {
    std::string id;
    std::string agencyId;  ///< of whoever entered the person: lets that agency's administrator find people without a post
    std::string name;
    std::string folded;   ///< for searching
    std::string sortKey;  ///< Vietnamese order
    std::string username;
    std::string email;
    std::string phone;
    bool mustChangePassword = false;
    PersonStatus status = PersonStatus::active;
    std::string locale = "vi";
    std::string theme = "auto";
    std::string density = "normal";
    std::int64_t version = 1;
};

/// Changes of a person: absent members stay as they are.
struct PersonChanges {
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<std::string> phone;
    std::optional<PersonStatus> status;
};

}  // namespace congvu::core

template <>
struct congvu::json::EnumNames<congvu::core::PersonStatus> {
    static constexpr std::array values{std::pair{congvu::core::PersonStatus::active, std::string_view{"active"}},
                                       std::pair{congvu::core::PersonStatus::disabled, std::string_view{"disabled"}}};
};
template <>
struct congvu::json::Description<congvu::core::PersonChanges> {
    static auto fields() {
        using Changes = congvu::core::PersonChanges;
        return std::tuple{field("name", &Changes::name).minLength(1).maxLength(100), field("email", &Changes::email).maxLength(200),
                          field("phone", &Changes::phone).maxLength(30), field("status", &Changes::status)};
    }
};
