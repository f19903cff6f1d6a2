// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "domain/DeskRequest.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::signingdesk {

/// A page and its reserved fields, for placing the signature box.
struct OutlinePage {
    double width = 0;
    double height = 0;
};
struct OutlineField {
    std::string name;
    std::string kind;  ///< "text", "signature", "other"
    bool isFilled = false;
    Place place;
};
struct Outline {
    std::vector<OutlinePage> pages;
    std::vector<OutlineField> fields;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::OutlinePage> {
    static auto fields() {
        using Page = congvu::signingdesk::OutlinePage;
        return std::tuple{field("width", &Page::width), field("height", &Page::height)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::OutlineField> {
    static auto fields() {
        using Field = congvu::signingdesk::OutlineField;
        return std::tuple{field("name", &Field::name), field("kind", &Field::kind), field("isFilled", &Field::isFilled),
                          field("place", &Field::place)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::Outline> {
    static auto fields() {
        using Outline = congvu::signingdesk::Outline;
        return std::tuple{field("pages", &Outline::pages), field("fields", &Outline::fields)};
    }
};
