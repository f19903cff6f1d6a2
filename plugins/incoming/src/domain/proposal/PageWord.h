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

/// How certain a word of a PDF's own text is. Words recognised in a picture are less.
inline constexpr double kOwnText = 1;

/// A word as it was read from a PDF.
struct PageWord {
    std::string text;
    Place place;
    double confidence = kOwnText;  ///< 0…1; below 1 for a word that was recognised in a picture
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

template <>
struct congvu::json::Description<congvu::incoming::PageWord> {
    static auto fields() {
        using Word = congvu::incoming::PageWord;
        return std::tuple{field("text", &Word::text), field("place", &Word::place), field("confidence", &Word::confidence)};
    }
};
