// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "validation/RevisionView.h"

namespace congvu::signing::validation {

/// Walks references. Objects that cannot be read count as empty: comparing them is somebody else's step.
class ObjectGraph {
public:
    explicit ObjectGraph(const RevisionView& view) : view_(view) {}

    using Numbers = std::unordered_set<pdf::ObjectNumber>;
    using Labels = std::unordered_map<pdf::ObjectNumber, std::string_view>;

    /// Everything that `value` leads to without passing through pages, annotations, fields or the catalogue.
    void collect(const pdf::Object& value, Numbers& out) const;
    /// The same, each number remembering `label` (the first one stays).
    void collect(const pdf::Object& value, std::string_view label, Labels& out) const;
    /// The same for what is painted: only pages and the catalogue end the walk. An object that is painted stays protected
    /// even when it is listed as an annotation or a field as well.
    void collectPainted(const pdf::Object& value, std::string_view label, Labels& out) const;
    /// Everything that the catalogue leads to.
    Numbers reachable() const;
    /// Objects that a walk met and that cannot be read.
    const Numbers& unreadable() const { return unreadable_; }

private:
    template <typename Visit>
    void walk(const pdf::Object& value, Visit visit) const;

    const RevisionView& view_;
    mutable Numbers unreadable_;
};

/// Reads an object, a null pointer when it cannot be read.
const pdf::IndirectObject* readIfReadable(const pdf::Reader& reader, pdf::ObjectNumber number);
/// Reads an object, the null object when it cannot be read.
const pdf::IndirectObject& readOrNull(const pdf::Reader& reader, pdf::ObjectNumber number);

}  // namespace congvu::signing::validation
