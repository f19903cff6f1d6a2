// SPDX-License-Identifier: Apache-2.0
#include "pdf/PageTree.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::pdf {
namespace {

constexpr Box kA4{0, 0, 595, 842};

Box intersection(const Box& first, const Box& second) {
    return {std::max(first.left, second.left), std::max(first.bottom, second.bottom), std::min(first.right, second.right),
            std::min(first.top, second.top)};
}

int normalRotation(std::int64_t degrees) {
    const int rotation = static_cast<int>(((degrees % 360) + 360) % 360);
    return rotation % 90 == 0 ? rotation : 0;
}

}  // namespace

Box boxOf(const Reader& reader, const Object& value) {
    const Object& array = reader.resolve(value);
    if (!array.isArray() || array.items().size() != 4) {
        return {};
    }
    double corners[4];
    for (std::size_t index = 0; index < 4; ++index) {
        corners[index] = std::clamp(reader.resolve(array.items()[index]).numberValue(), -1e7, 1e7);
    }
    return {std::min(corners[0], corners[2]), std::min(corners[1], corners[3]), std::max(corners[0], corners[2]),
            std::max(corners[1], corners[3])};
}

Object toObject(const Box& box) {
    return Object::array({Object::real(box.left), Object::real(box.bottom), Object::real(box.right), Object::real(box.top)});
}

const Object& inheritedValue(const Reader& reader, const Object& page, std::string_view key) {
    const Object* node = &page;
    for (std::size_t depth = 0; depth < reader.limits().treeDepth && !node->has(key) && node->has("Parent"); ++depth) {
        node = &reader.get(*node, "Parent");
    }
    return node->get(key);
}

double Page::shownWidth() const {
    return (rotation % 180 == 0 ? cropBox.width() : cropBox.height()) * userUnit;
}

double Page::shownHeight() const {
    return (rotation % 180 == 0 ? cropBox.height() : cropBox.width()) * userUnit;
}

Box Page::toPage(const Rectangle& shown) const {
    const double x = shown.x / userUnit;
    const double y = shown.y / userUnit;
    const double width = shown.width / userUnit;
    const double height = shown.height / userUnit;
    Box box;
    switch (rotation) {
        case 90:
            box = {cropBox.width() - y - height, x, cropBox.width() - y, x + width};
            break;
        case 180:
            box = {cropBox.width() - x - width, cropBox.height() - y - height, cropBox.width() - x, cropBox.height() - y};
            break;
        case 270:
            box = {y, cropBox.height() - x - width, y + height, cropBox.height() - x};
            break;
        default:
            box = {x, y, x + width, y + height};
            break;
    }
    return {box.left + cropBox.left, box.bottom + cropBox.bottom, box.right + cropBox.left, box.top + cropBox.bottom};
}

Rectangle Page::toShown(const Box& own) const {
    const Box box{own.left - cropBox.left, own.bottom - cropBox.bottom, own.right - cropBox.left, own.top - cropBox.bottom};
    Rectangle shown;
    switch (rotation) {
        case 90:
            shown = {box.bottom, cropBox.width() - box.right, box.height(), box.width()};
            break;
        case 180:
            shown = {cropBox.width() - box.right, cropBox.height() - box.top, box.width(), box.height()};
            break;
        case 270:
            shown = {cropBox.height() - box.top, box.left, box.height(), box.width()};
            break;
        default:
            shown = {box.left, box.bottom, box.width(), box.height()};
            break;
    }
    return {shown.x * userUnit, shown.y * userUnit, shown.width * userUnit, shown.height * userUnit};
}

/// What a walk through the tree has seen and still looks for.
struct PageTree::Walk {
    std::size_t wanted = std::numeric_limits<std::size_t>::max();
    std::vector<Page> pages;
    std::vector<ObjectNumber> innerNodes;
    std::unordered_set<ObjectNumber> seen;
    bool isLenient = false;

    /// A node that is none: an error, or nothing.
    void refuse(ErrorCode code, const char* why) const {
        if (!isLenient) {
            throw SigningError(code, why);
        }
    }
};

/// A null object when it cannot be read, and that does not matter.
const Object& PageTree::nodeOf(const Walk& state, const Object& node) const {
    static const Object kNull;
    try {
        return reader_.resolve(node);
    } catch (const SigningError& error) {
        if (!state.isLenient || error.code() != ErrorCode::malformedPdf) {
            throw;
        }
        return kNull;
    }
}

void PageTree::walk(Walk& state, const Object& node, Object inherited, std::size_t depth) const {
    if (!node.isReference()) {
        return state.refuse(ErrorCode::malformedPdf, "a page tree node that is not an indirect object");
    }
    if (depth > reader_.limits().treeDepth) {
        throw SigningError(ErrorCode::endlessPageTree, "the page tree is too deep");
    }
    const Object& dictionary = nodeOf(state, node);
    if (state.seen.size() > reader_.limits().treeNodes) {
        throw SigningError(ErrorCode::limitExceeded, "the page tree has too many nodes");
    }
    if (!state.seen.insert(node.number()).second) {
        // An inner node met twice: a loop, or branches that double at every level.
        const bool isInner = dictionary.isDictionary() && reader_.get(dictionary, "Kids").isArray();
        if (isInner) {
            throw SigningError(ErrorCode::endlessPageTree, "a page tree node is met twice");
        }
        return state.refuse(ErrorCode::limitExceeded, "a page tree node is met twice");
    }
    if (!dictionary.isDictionary()) {
        return state.refuse(ErrorCode::malformedPdf, "a page tree node that is not a dictionary");
    }
    for (const char* key : {"MediaBox", "CropBox", "Rotate", "UserUnit"}) {
        if (dictionary.has(key)) {
            inherited.set(key, dictionary.get(key));
        }
    }
    const Object& kids = reader_.get(dictionary, "Kids");
    if (!kids.isArray()) {
        state.pages.push_back(makePage(node.number(), inherited));
        return;
    }
    state.innerNodes.push_back(node.number());
    for (const Object& kid : kids.items()) {
        if (state.pages.size() >= state.wanted) {
            return;
        }
        walk(state, kid, inherited, depth + 1);
    }
}

Page PageTree::makePage(ObjectNumber number, const Object& inherited) const {
    Page page;
    page.number = number;
    Box media = boxOf(reader_, inherited.get("MediaBox"));
    if (media.width() <= 0 || media.height() <= 0) {
        media = kA4;
    }
    const Box crop = intersection(boxOf(reader_, inherited.get("CropBox")), media);
    page.cropBox = crop.width() > 0 && crop.height() > 0 ? crop : media;
    page.rotation = normalRotation(reader_.get(inherited, "Rotate").integerValue());
    const double unit = reader_.get(inherited, "UserUnit").numberValue();
    page.userUnit = unit > 0 && unit <= 75'000 ? unit : 1;
    return page;
}

Page PageTree::page(std::size_t index) const {
    Walk state;
    state.wanted = index;
    walk(state, reader_.catalog().get("Pages"), Object::dictionary(), 0);
    if (index == 0 || state.pages.size() < index) {
        throw SigningError(ErrorCode::pageNotFound, "the document has no page " + std::to_string(index));
    }
    return state.pages[index - 1];
}

std::vector<Page> PageTree::all() const {
    Walk state;
    walk(state, reader_.catalog().get("Pages"), Object::dictionary(), 0);
    return std::move(state.pages);
}

std::vector<Page> PageTree::readable() const {
    Walk state;
    state.isLenient = true;
    walk(state, reader_.catalog().get("Pages"), Object::dictionary(), 0);
    return std::move(state.pages);
}

std::vector<ObjectNumber> PageTree::innerNodes() const {
    Walk state;
    walk(state, reader_.catalog().get("Pages"), Object::dictionary(), 0);
    return std::move(state.innerNodes);
}

}  // namespace congvu::signing::pdf
