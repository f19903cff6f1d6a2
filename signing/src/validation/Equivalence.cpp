// SPDX-License-Identifier: Apache-2.0
#include "validation/Equivalence.h"

#include <algorithm>

#include "pdf/KeyIndex.h"
#include "validation/ObjectGraph.h"

namespace congvu::signing::validation {

using pdf::IndirectObject;
using pdf::Object;
using pdf::ObjectNumber;

namespace {

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostSteps = 20'000;

/// Pages, fields and annotations are what they are by their number.
bool hasIdentity(const RevisionView& view, const Object& reference) {
    return view.isPage(reference.number()) || view.isField(reference.number()) || view.isAnnotation(reference.number());
}

IndirectObject targetOf(const RevisionView& view, const Object& value) {
    return value.isReference() ? readOrNull(view.reader(), value.number()) : IndirectObject{value, false, {}, 0};
}

Object withoutLength(Object dictionary) {
    dictionary.erase("Length");
    return dictionary;
}

}  // namespace

bool Equivalence::same(const Object& before, const Object& after) {
    steps_ = 0;
    assumed_.clear();
    return before == after || sameValue(before, after, 0);
}

bool Equivalence::sameValue(const Object& before, const Object& after, std::size_t depth) {
    if (depth > kDeepest || ++steps_ > kMostSteps) {
        return false;
    }
    if (before.isReference() || after.isReference()) {
        return sameTarget(before, after, depth);
    }
    if (before.isDictionary() && after.isDictionary()) {
        return sameEntries(before, after, depth);
    }
    if (before.isArray() && after.isArray()) {
        return std::equal(before.items().begin(), before.items().end(), after.items().begin(), after.items().end(),
                          [&](const Object& left, const Object& right) { return sameValue(left, right, depth + 1); });
    }
    return before == after;
}

bool Equivalence::sameEntries(const Object& before, const Object& after, std::size_t depth) {
    const pdf::KeyIndex old(before);
    const pdf::KeyIndex current(after);
    const auto isKept = [&](const auto& entry) { return sameValue(entry.second, current.get(entry.first), depth + 1); };
    const auto isNothing = [&](const auto& entry) { return old.has(entry.first) || sameValue(Object(), entry.second, depth + 1); };
    return std::all_of(before.entries().begin(), before.entries().end(), isKept) &&
           std::all_of(after.entries().begin(), after.entries().end(), isNothing);
}

bool Equivalence::sameTarget(const Object& before, const Object& after, std::size_t depth) {
    if (before.isReference() && after.isReference()) {
        if (before.number() == after.number()) {
            return before.generation() == after.generation();
        }
        if (hasIdentity(before_, before) || hasIdentity(after_, after)) {
            return false;
        }
        if (!assumed_.emplace(before.number(), after.number()).second) {
            return true;
        }
    }
    const IndirectObject old = targetOf(before_, before);
    const IndirectObject current = targetOf(after_, after);
    if (old.isStream != current.isStream) {
        return false;
    }
    if (!old.isStream) {
        return sameValue(old.value, current.value, depth + 1);
    }
    // The key of an encrypted stream depends on its number (ISO 32000-2, 7.6.3): the same bytes are something else.
    const bool sameKey = !after_.reader().isEncrypted();
    return sameKey && std::equal(old.streamData.begin(), old.streamData.end(), current.streamData.begin(), current.streamData.end()) &&
           sameValue(withoutLength(old.value), withoutLength(current.value), depth + 1);
}

}  // namespace congvu::signing::validation
