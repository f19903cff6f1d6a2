// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Organisation.h"
#include "congvu/json/Description.h"

#include <tuple>

template <>
struct congvu::json::Description<congvu::core::NewUnit> {
    static auto fields() {
        using Unit = congvu::core::NewUnit;
        return std::tuple{field("parentId", &Unit::parentId).required().maxLength(26),
                          field("kind", &Unit::kind).required().maxLength(20),
                          field("name", &Unit::name).required().maxLength(200),
                          field("shortName", &Unit::shortName).maxLength(100),
                          field("code", &Unit::code).maxLength(50),
                          field("abbreviation", &Unit::abbreviation).maxLength(30),
                          field("organId", &Unit::organId).maxLength(35),
                          field("place", &Unit::place).maxLength(100),
                          field("superiorName", &Unit::superiorName).maxLength(200),
                          field("sortOrder", &Unit::sortOrder).range(0, 1'000'000)};
    }
};
template <>
struct congvu::json::Description<congvu::core::NewPerson> {
    static auto fields() {
        using Person = congvu::core::NewPerson;
        return std::tuple{field("name", &Person::name).required().maxLength(100),
                          field("username", &Person::username).required().minLength(3).maxLength(60),
                          field("email", &Person::email).maxLength(200), field("phone", &Person::phone).maxLength(30),
                          field("temporaryPassword", &Person::temporaryPassword).required().maxLength(128)};
    }
};
template <>
struct congvu::json::Description<congvu::core::NewPost> {
    static auto fields() {
        using Post = congvu::core::NewPost;
        return std::tuple{field("unitId", &Post::unitId).required().maxLength(26),
                          field("title", &Post::title).required().maxLength(150),
                          field("roles", &Post::roles).minLength(1).maxLength(20),
                          field("main", &Post::main),
                          field("from", &Post::from),
                          field("until", &Post::until)};
    }
};
