// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/pdf/Rectangle.h"
#include "pdf/Reader.h"

namespace congvu::signing::pdf {

/// A rectangle in the page's own coordinates.
struct Box {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;

    double width() const { return right - left; }
    double height() const { return top - bottom; }
};

/// Reads a rectangle array; nothing sensible gives an empty box. The corners are put in order.
Box boxOf(const Reader& reader, const Object& value);
Object toObject(const Box& box);

/// The entry of the page itself or of the nearest node above it that has one (ISO 32000-2, 7.7.3.4); unresolved, a null
/// object when there is none.
const Object& inheritedValue(const Reader& reader, const Object& page, std::string_view key);

/// A page with what it inherits (ISO 32000-2, 7.7.3.4).
struct Page {
    ObjectNumber number = 0;
    Box cropBox;
    int rotation = 0;  ///< 0, 90, 180 or 270, clockwise
    double userUnit = 1;

    /// Width and height as the reader sees them, in points.
    double shownWidth() const;
    double shownHeight() const;

    /// From what the reader sees to the page's own coordinates, and back.
    Box toPage(const Rectangle& shown) const;
    Rectangle toShown(const Box& box) const;
};

/// The pages of a document, read when they are asked for. A tree that contains itself or is too deep is SigningError(endlessPageTree), one
/// with too many nodes SigningError(limitExceeded).
class PageTree {
public:
    explicit PageTree(const Reader& reader) : reader_(reader) {}

    /// The page counted from 1; throws SigningError(pageNotFound).
    Page page(std::size_t index) const;
    /// All pages in order.
    std::vector<Page> all() const;
    /// All pages that can be read, in order: what is listed, but is no page or stands there twice, is left out. For checks
    /// of files that others wrote.
    std::vector<Page> readable() const;
    /// Numbers of the inner nodes of the tree, for checks of what changed.
    std::vector<ObjectNumber> innerNodes() const;

private:
    struct Walk;
    void walk(Walk& state, const Object& node, Object inherited, std::size_t depth) const;
    const Object& nodeOf(const Walk& state, const Object& node) const;
    Page makePage(ObjectNumber number, const Object& inherited) const;

    const Reader& reader_;
};

}  // namespace congvu::signing::pdf
