// SPDX-License-Identifier: Apache-2.0
#include "validation/Difference.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "validation/DifferenceRules.h"
#include "validation/FieldDifference.h"
#include "validation/FindingCatalogue.h"

namespace congvu::signing::validation {

using pdf::CrossReferenceEntry;
using pdf::EntryKind;
using pdf::Object;
using pdf::ObjectNumber;

namespace {

std::string label(ObjectNumber number) {
    return std::to_string(number) + " 0";
}

bool contains(const std::vector<ObjectNumber>& numbers, ObjectNumber number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

std::vector<ObjectNumber> numbersOf(const std::vector<pdf::Page>& pages) {
    std::vector<ObjectNumber> out;
    out.reserve(pages.size());
    for (const pdf::Page& page : pages) {
        out.push_back(page.number);
    }
    return out;
}

}  // namespace

bool DifferenceResult::isLawful() const {
    return std::all_of(changes.begin(), changes.end(), [](const Change& change) { return change.allowed; });
}

Difference::Difference(const pdf::Reader& before, const pdf::Reader& after)
    : before_(before),
      after_(after),
      restrictions_(pdf::Restrictions::of(before, before_.form())),
      beforeGraph_(before_),
      afterGraph_(after_) {}

DifferenceResult Difference::compare() {
    compareTrailers();
    compareCatalogs();
    compareForms();
    compareFields();
    comparePages();
    protectSignedObjects();
    compareRemainingObjects();
    return std::move(result_);
}

void Difference::report(std::string_view kind, bool allowed, std::string object) {
    const bool known = std::any_of(result_.changes.begin(), result_.changes.end(), [&](const Change& change) {
        return change.kind == kind && change.object == object && change.allowed == allowed;
    });
    if (!known) {
        result_.changes.push_back(makeChange(kind, allowed, std::move(object)));
    }
}

bool Difference::sameValue(const Object& before, const Object& after) const {
    if (before == after) {
        return true;
    }
    // The same value, once direct and once as an object of its own, is no change; streams are told apart by number.
    const bool beforeIsStream = before.isReference() && readOrNull(before_.reader(), before.number()).isStream;
    const bool afterIsStream = after.isReference() && readOrNull(after_.reader(), after.number()).isStream;
    return !beforeIsStream && !afterIsStream && before_.reader().resolve(before) == after_.reader().resolve(after);
}

void Difference::compareTrailers() {
    const Object& before = before_.reader().trailer();
    const Object& after = after_.reader().trailer();
    if (!(before.get("Root") == after.get("Root"))) {
        report("catalog-replaced", false, after.get("Root").toString());
    }
    // Another dictionary behind the same reference would decrypt the same bytes to other contents.
    if (!sameValue(before.get("Encrypt"), after.get("Encrypt")) || !before_.reader().isEncryptedAs(after_.reader())) {
        report("trailer-changed", false, "/Encrypt");
    }
    const auto& oldIdentifiers = before_.reader().get(before, "ID").items();
    const auto& newIdentifiers = after_.reader().get(after, "ID").items();
    if (!oldIdentifiers.empty() && (newIdentifiers.empty() || !(oldIdentifiers[0] == newIdentifiers[0]))) {
        report("trailer-changed", true, "/ID");
    }
    const Object& information = after.get("Info");
    afterGraph_.collect(information, explained_);
    if (!(before.get("Info") == information) || (information.isReference() && wasRewritten(information.number()))) {
        report("metadata-changed", true, "/Info");
    }
}

void Difference::compareCatalogs() {
    const Object& before = before_.reader().catalog();
    const Object& after = after_.reader().catalog();
    forEachChangedKey(before, after, [&](const std::string& key, const Object&, const Object&) {
        if (key != "AcroForm") {
            const KeyRule& rule = catalogRule(key);
            report(rule.kind, rule.allowed, '/' + key);
        }
    });
    for (const char* key : {"DSS", "Metadata", "StructTreeRoot", "Extensions"}) {
        ObjectGraph::Numbers below;
        afterGraph_.collect(after.get(key), below);
        const bool rewritten = std::any_of(below.begin(), below.end(), [&](ObjectNumber number) { return wasRewritten(number); });
        explained_.insert(below.begin(), below.end());
        if (rewritten) {
            report(catalogRule(key).kind, true, std::string("/") + key);
        }
    }
}

void Difference::compareForms() {
    const Object& before = before_.reader().get(before_.reader().catalog(), "AcroForm");
    const Object& after = after_.reader().get(after_.reader().catalog(), "AcroForm");
    const bool isNew = !before.isDictionary();
    forEachChangedKey(before, after, [&](const std::string& key, const Object& oldValue, const Object& newValue) {
        if (key == "Fields") {
            return;
        }
        if (key == "SigFlags") {
            const auto oldFlags = before_.reader().resolve(oldValue).integerValue();
            const auto newFlags = after_.reader().resolve(newValue).integerValue();
            report("form-settings-added", (oldFlags & ~newFlags) == 0, "/SigFlags");
            return;
        }
        if (key == "DR") {
            compareFormResources(before_.reader().resolve(oldValue), after_.reader().resolve(newValue));
            return;
        }
        const KeyRule& rule = formRule(key);
        const bool firstDefault = key == "DA" && oldValue.isNull();
        report(isNew || firstDefault ? "form-settings-added" : rule.kind, (isNew && key != "XFA") || firstDefault || rule.allowed,
               '/' + key);
    });
}

void Difference::compareFormResources(const Object& before, const Object& after) {
    bool kept = true;
    for (const auto& [category, oldValue] : before.entries()) {
        const Object& newGroup = after_.reader().get(after, category);
        const Object& oldGroup = before_.reader().resolve(oldValue);
        for (const auto& [name, resource] : oldGroup.entries()) {
            kept = kept && sameValue(resource, newGroup.get(name));
        }
    }
    afterGraph_.collect(after, explained_);
    report(kept ? "form-settings-added" : "form-changed", kept, "/DR");
}

void Difference::compareFields() {
    FieldDifference(*this).compare();
}

void Difference::comparePages() {
    if (numbersOf(before_.pages()) != numbersOf(after_.pages())) {
        report("pages-changed", false, "/Pages");
    }
    for (const pdf::Page& page : before_.pages()) {
        if (after_.isPage(page.number)) {
            comparePage(page.number);
        }
    }
}

void Difference::comparePage(ObjectNumber page) {
    const Object& before = before_.reader().object(page);
    const Object& after = after_.reader().object(page);
    forEachChangedKey(before, after, [&](const std::string& key, const Object&, const Object&) {
        if (key != "Annots") {
            const KeyRule& rule = pageRule(key);
            report(rule.kind, rule.allowed, label(page));
        }
    });
    compareAnnotations(page);
}

void Difference::compareAnnotations(ObjectNumber page) {
    const bool permitted = restrictions_.certification == 3;
    const auto& before = before_.annotationsOf(page);
    const auto& after = after_.annotationsOf(page);
    for (const ObjectNumber annotation : before) {
        if (!contains(after, annotation)) {
            report("annotation-removed", permitted && !before_.isField(annotation), label(annotation));
        } else if (!before_.isField(annotation)) {
            compareAnnotation(annotation);
        }
    }
    for (const ObjectNumber annotation : after) {
        if (contains(before, annotation) || newSignatureWidgets_.contains(annotation)) {
            continue;
        }
        const bool isField = after_.isField(annotation);
        report(isField ? "form-field-added" : "annotation-added", permitted && !isField, label(annotation));
        result_.warnings.emplace_back("annotation-over-content");
        afterGraph_.collect(readOrNull(after_.reader(), annotation).value, explained_);
    }
    if (!(before_.directAnnotationsOf(page) == after_.directAnnotationsOf(page))) {
        report("annotation-changed", permitted, label(page));
    }
}

void Difference::compareAnnotation(ObjectNumber annotation) {
    const bool permitted = restrictions_.certification == 3;
    const Object& before = readOrNull(before_.reader(), annotation).value;
    const Object& after = readOrNull(after_.reader(), annotation).value;
    forEachChangedKey(before, after, [&](const std::string& key, const Object&, const Object&) {
        report(key == "F" || key == "OC" ? "annotation-flags-changed" : "annotation-changed", permitted, label(annotation));
        result_.warnings.emplace_back("annotation-over-content");
    });
    if (permitted) {
        afterGraph_.collect(after, explained_);
    }
}

void Difference::protectPage(const pdf::Page& page) {
    for (const auto& [key, value] : before_.reader().object(page.number).entries()) {
        if (key != "Annots" && key != "Parent") {
            beforeGraph_.collect(value, pageRule(key).kind, protected_);
        }
    }
}

void Difference::protectSignedObjects() {
    for (const pdf::Page& page : before_.pages()) {
        protectPage(page);
        for (const ObjectNumber annotation : before_.annotationsOf(page.number)) {
            const bool mayChange =
                changedFieldNodes_.contains(annotation) || (restrictions_.certification == 3 && !before_.isField(annotation));
            if (!mayChange) {
                const std::string_view kind = before_.isField(annotation) ? "appearance-changed" : "annotation-changed";
                beforeGraph_.collect(readOrNull(before_.reader(), annotation).value, kind, protected_);
            }
        }
        for (const Object& annotation : before_.directAnnotationsOf(page.number)) {
            beforeGraph_.collect(annotation, "annotation-changed", protected_);
        }
    }
    for (const auto& [key, value] : before_.reader().catalog().entries()) {
        const KeyRule& rule = catalogRule(key);
        if (key != "AcroForm" && !rule.allowed) {
            beforeGraph_.collect(value, rule.kind, protected_);
        }
    }
    for (const auto& [key, value] : before_.reader().get(before_.reader().catalog(), "AcroForm").entries()) {
        if (key != "Fields") {
            beforeGraph_.collect(value, "form-changed", protected_);
        }
    }
}

bool Difference::wasRewritten(ObjectNumber number) const {
    const CrossReferenceEntry* before = before_.reader().entry(number);
    const CrossReferenceEntry* after = after_.reader().entry(number);
    if (before == nullptr || after == nullptr) {
        return before != after;
    }
    if (before->kind == EntryKind::free && after->kind == EntryKind::free) {
        return false;
    }
    if (*before == *after && before->kind == EntryKind::inFile) {
        return false;  // the same bytes
    }
    const pdf::IndirectObject& old = readOrNull(before_.reader(), number);
    const pdf::IndirectObject& current = readOrNull(after_.reader(), number);
    const bool sameKey = !after_.reader().isEncrypted() || old.generation == current.generation;
    const bool sameData = sameKey && old.isStream == current.isStream &&
                          std::equal(old.streamData.begin(), old.streamData.end(), current.streamData.begin(), current.streamData.end());
    return !(sameData && old.value == current.value);
}

std::vector<ObjectNumber> Difference::rewrittenObjects() const {
    std::vector<ObjectNumber> out;
    for (const CrossReferenceEntry& entry : after_.reader().entries()) {
        if (wasRewritten(entry.number)) {
            out.push_back(entry.number);
        }
    }
    for (const CrossReferenceEntry& entry : before_.reader().entries()) {
        if (after_.reader().entry(entry.number) == nullptr) {
            out.push_back(entry.number);
        }
    }
    return out;
}

void Difference::compareRemainingObjects() {
    ObjectGraph::Numbers reachable;
    bool isKnown = false;
    for (const ObjectNumber number : rewrittenObjects()) {
        const CrossReferenceEntry* before = before_.reader().entry(number);
        const bool isNew = before == nullptr || before->kind == EntryKind::free;
        const bool guarded = protected_.contains(number);
        const bool explained = explained_.contains(number) || before_.isSkeleton(number);
        if (number == 0 || (!guarded && (isNew || explained))) {
            continue;
        }
        if (!isKnown && !guarded) {
            reachable = afterGraph_.reachable();
            isKnown = true;
        }
        judgeObject(number, reachable);
    }
}

void Difference::judgeObject(ObjectNumber number, const ObjectGraph::Numbers& reachable) {
    const CrossReferenceEntry* before = before_.reader().entry(number);
    const CrossReferenceEntry* after = after_.reader().entry(number);
    const auto guarded = protected_.find(number);
    if (guarded == protected_.end()) {
        const bool used = reachable.contains(number);
        report(used ? "object-changed" : "unused-object-changed", !used, label(number));
        return;
    }
    report(guarded->second, false, label(number));
    if (before == nullptr || before->kind == EntryKind::free) {
        report("hidden-object-defined", false, label(number));
    } else if (after == nullptr || after->kind == EntryKind::free) {
        report("object-freed", false, label(number));
    } else {
        report("shared-object-replaced", false, label(number));
    }
}

}  // namespace congvu::signing::validation
