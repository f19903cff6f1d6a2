// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "congvu/signing/validation/Report.h"
#include "pdf/Restrictions.h"
#include "validation/ObjectGraph.h"

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
    void compareCatalogs();
    void compareForms();
    void compareFormResources(const pdf::Object& before, const pdf::Object& after);
    void comparePages();
    void comparePage(pdf::ObjectNumber page);
    void compareAnnotations(pdf::ObjectNumber page);
    void compareAnnotation(pdf::ObjectNumber annotation);
    void compareFields();
    void protectSignedObjects();
    void protectPage(const pdf::Page& page);
    void compareRemainingObjects();
    void judgeObject(pdf::ObjectNumber number, const ObjectGraph::Numbers& reachable);

    bool sameValue(const pdf::Object& before, const pdf::Object& after) const;
    bool wasRewritten(pdf::ObjectNumber number) const;
    std::vector<pdf::ObjectNumber> rewrittenObjects() const;
    void report(std::string_view kind, bool allowed, std::string object);

    template <typename Visit>
    void forEachChangedKey(const pdf::Object& before, const pdf::Object& after, Visit visit) const;

    RevisionView before_;
    RevisionView after_;
    pdf::Restrictions restrictions_;
    ObjectGraph beforeGraph_;
    ObjectGraph afterGraph_;
    ObjectGraph::Labels protected_;   ///< objects of the signed revision that must stay, with the kind of change it would be
    ObjectGraph::Numbers explained_;  ///< objects that a permitted change leads to
    ObjectGraph::Numbers newSignatureWidgets_;
    ObjectGraph::Numbers changedFieldNodes_;
    DifferenceResult result_;

    friend class FieldDifference;
};

/// `visit(key, oldValue, newValue)` for every key whose value differs; an absent value is null.
template <typename Visit>
void Difference::forEachChangedKey(const pdf::Object& before, const pdf::Object& after, Visit visit) const {
    for (const auto& [key, value] : before.entries()) {
        if (!sameValue(value, after.get(key))) {
            visit(key, value, after.get(key));
        }
    }
    for (const auto& [key, value] : after.entries()) {
        if (!before.has(key) && !value.isNull()) {
            visit(key, pdf::Object(), value);
        }
    }
}

}  // namespace congvu::signing::validation
