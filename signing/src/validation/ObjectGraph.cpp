// SPDX-License-Identifier: Apache-2.0
#include "validation/ObjectGraph.h"

#include <algorithm>
#include <array>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::validation {

using pdf::Object;
using pdf::ObjectNumber;

namespace {

/// Keys that only actions have among those that structure elements might be taken for (ISO 32000-2, 12.6.4).
constexpr std::array<const char*, 7> kKeysOfActions{"JS", "URI", "F", "D", "N", "Next", "Win"};

}  // namespace

const pdf::IndirectObject* readIfReadable(const pdf::Reader& reader, ObjectNumber number) {
    try {
        return &reader.indirect(number);
    } catch (const SigningError&) {
        return nullptr;  // what that means is for the caller to say
    }
}

const pdf::IndirectObject& readOrNull(const pdf::Reader& reader, ObjectNumber number) {
    static const pdf::IndirectObject kNull;
    const pdf::IndirectObject* object = readIfReadable(reader, number);
    return object == nullptr ? kNull : *object;  // an object that cannot be read shows nothing
}

/// `visit(number)` says whether to go on below that object.
template <typename Visit>
void ObjectGraph::walk(const Object& value, Visit visit) const {
    std::vector<const Object*> open{&value};
    while (!open.empty()) {
        const Object& current = *open.back();
        open.pop_back();
        if (current.isReference()) {
            if (!visit(current.number())) {
                continue;
            }
            if (const pdf::IndirectObject* object = readIfReadable(view_.reader(), current.number())) {
                open.push_back(&object->value);
            } else {
                unreadable_.insert(current.number());
            }
            continue;
        }
        for (const Object& item : current.items()) {
            open.push_back(&item);
        }
        for (const auto& entry : current.entries()) {
            open.push_back(&entry.second);
        }
    }
}

void ObjectGraph::collect(const Object& value, Numbers& out) const {
    walk(value, [&](ObjectNumber number) { return !view_.isSkeleton(number) && out.insert(number).second; });
}

namespace {

/// An element of the structure tree (ISO 32000-2, table 355), to which outlines and destinations may point. It paints and
/// does nothing; one that is an action as well is not taken for one.
bool isStructureElement(const pdf::Reader& reader, ObjectNumber number) {
    const pdf::IndirectObject* object = readIfReadable(reader, number);
    if (object == nullptr || object->isStream || !object->value.get("Type").isName("StructElem")) {
        return false;
    }
    const auto isOfAnAction = [&](const char* key) { return object->value.has(key); };
    return std::none_of(kKeysOfActions.begin(), kKeysOfActions.end(), isOfAnAction);
}

}  // namespace

void ObjectGraph::collect(const Object& value, std::string_view label, Labels& out) const {
    walk(value, [&](ObjectNumber number) {
        const bool isEnd = view_.isSkeleton(number) || isStructureElement(view_.reader(), number);
        return !isEnd && out.emplace(number, label).second;
    });
}

void ObjectGraph::collectPainted(const Object& value, std::string_view label, Labels& out) const {
    walk(value, [&](ObjectNumber number) {
        const bool isEnd = view_.isPage(number) || number == view_.reader().catalogNumber();
        return !isEnd && out.emplace(number, label).second;
    });
}

ObjectGraph::Numbers ObjectGraph::reachable() const {
    Numbers out;
    walk(view_.reader().trailer().get("Root"), [&](ObjectNumber number) { return out.insert(number).second; });
    return out;
}

}  // namespace congvu::signing::validation
