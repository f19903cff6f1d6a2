// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <utility>

#include "validation/RevisionView.h"

namespace congvu::signing::validation {

/// Whether two values mean the same, each in its own revision: a value may stand in its place or be an object of its own
/// (ISO 32000-2, 7.3.10), and a copied object is the same object. References to one number are the same here: what became of
/// that object is judged with the object. Gives up, and says no, on values that are endless.
class Equivalence {
public:
    Equivalence(const RevisionView& before, const RevisionView& after) : before_(before), after_(after) {}

    bool same(const pdf::Object& before, const pdf::Object& after);

private:
    bool sameValue(const pdf::Object& before, const pdf::Object& after, std::size_t depth);
    bool sameEntries(const pdf::Object& before, const pdf::Object& after, std::size_t depth);
    bool sameTarget(const pdf::Object& before, const pdf::Object& after, std::size_t depth);

    const RevisionView& before_;
    const RevisionView& after_;
    std::set<std::pair<pdf::ObjectNumber, pdf::ObjectNumber>> assumed_;
    std::size_t steps_ = 0;
};

}  // namespace congvu::signing::validation
