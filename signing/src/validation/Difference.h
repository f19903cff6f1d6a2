// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "congvu/signing/validation/Report.h"
#include "pdf/KeyIndex.h"
#include "pdf/Restrictions.h"
#include "validation/Equivalence.h"
#include "validation/ObjectGraph.h"
#include "validation/PageMarks.h"

namespace congvu::signing::validation {

/// What one revision brought against an earlier, signed one.
struct DifferenceResult {
    std::vector<Change> changes;
    std::vector<std::string> warnings;  ///< codes of findings that forbid nothing

    bool isLawful() const;
};

/// Compares a signed revision with a later one and allows only what a rule allows: validation data always, signing and
/// filling of fields within the limits of DocMDP, FieldMDP and Lock, annotations only where a certification of level 3
/// permits them. Never page contents, resources, boxes, count, shared objects, freed objects or actions of the catalogue.
class Difference {
public:
    Difference(const pdf::Reader& before, const pdf::Reader& after);

    DifferenceResult compare();

private:
    void compareTrailers();
    void checkSections();
    void compareCatalogs();
    bool isSameInTheCatalog(std::string_view key, const pdf::Object& before, const pdf::Object& after);
    void comparePages();
    void comparePage(pdf::ObjectNumber page);
    bool isSameForThePage(const pdf::Object& before, const pdf::Object& after, std::string_view key);
    void compareRemainingObjects();
    void checkKeys(pdf::ObjectNumber number);
    void checkUnreadableObjects();
    void judgeObject(pdf::ObjectNumber number, const ObjectGraph::Numbers& reachable);

    bool sameValue(const pdf::Object& before, const pdf::Object& after) { return equivalence_.same(before, after); }
    bool isSameBytes(const pdf::CrossReferenceEntry& before, const pdf::CrossReferenceEntry& after) const;
    bool wasRewritten(pdf::ObjectNumber number) const;
    bool isNew(pdf::ObjectNumber number) const;
    ObjectGraph::Numbers explain(const pdf::Object& before, const pdf::Object& after);
    /// True when the box lies over text or images that the signed revision shows on this page.
    bool liesOverContent(pdf::ObjectNumber page, const pdf::Box& box);
    std::vector<pdf::ObjectNumber> rewrittenObjects() const;
    void report(std::string_view kind, bool allowed, std::string object);
    void warn(std::string_view code);

    template <typename Visit>
    void forEachChangedKey(const pdf::Object& before, const pdf::Object& after, Visit visit);

    RevisionView before_;
    RevisionView after_;
    pdf::Restrictions restrictions_;
    ObjectGraph beforeGraph_;
    ObjectGraph afterGraph_;
    Equivalence equivalence_;
    ObjectGraph::Labels protected_;   ///< objects of the signed revision that must stay, with the kind of change it would be
    ObjectGraph::Numbers explained_;  ///< objects that a permitted change leads to
    ObjectGraph::Numbers newSignatureWidgets_;
    ObjectGraph::Numbers changedFieldNodes_;
    std::unordered_map<pdf::ObjectNumber, PageMarks> marks_;
    std::unordered_set<std::string> reported_;
    std::size_t reportedCounts_[2] = {0, 0};
    std::size_t boxesCompared_ = 0;
    DifferenceResult result_;

    friend class AnnotationDifference;
    friend class FieldDifference;
    friend class FormDifference;
};

/// `visit(key, oldValue, newValue)` for every key whose value differs; an absent value is null.
template <typename Visit>
void Difference::forEachChangedKey(const pdf::Object& before, const pdf::Object& after, Visit visit) {
    const pdf::KeyIndex old(before);
    const pdf::KeyIndex current(after);
    for (const auto& [key, value] : before.entries()) {
        if (!sameValue(value, current.get(key))) {
            visit(key, value, current.get(key));
        }
    }
    for (const auto& [key, value] : after.entries()) {
        if (!old.has(key) && !sameValue(pdf::Object(), value)) {
            visit(key, pdf::Object(), value);
        }
    }
}

}  // namespace congvu::signing::validation
