// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <string>
#include <tuple>

namespace congvu::incoming {

/// A rectangle on a page: points, origin at the lower left, page counted from 1.
struct Place {
    int page = 1;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double top() const { return y + height; }
    [[nodiscard]] double centre() const { return x + width / 2; }
    /// The smallest rectangle around both; both lie on the same page.
    [[nodiscard]] Place joinedWith(const Place& other) const;
};

/// A word as it was read from a PDF.
struct PageWord {
    std::string text;
    Place place;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::Place> {
    static auto fields() {
        using Place = congvu::incoming::Place;
        return std::tuple{field("page", &Place::page), field("x", &Place::x), field("y", &Place::y), field("width", &Place::width),
                          field("height", &Place::height)};
    }
};
