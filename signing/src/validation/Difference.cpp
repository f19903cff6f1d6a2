// SPDX-License-Identifier: Apache-2.0
#include "validation/Difference.h"

#include <algorithm>

#include "validation/AnnotationDifference.h"
#include "validation/DifferenceRules.h"
#include "validation/FieldDifference.h"
#include "validation/FindingCatalogue.h"
#include "validation/FormDifference.h"
#include "validation/SignedObjects.h"

namespace congvu::signing::validation {

using pdf::CrossReferenceEntry;
using pdf::EntryKind;
using pdf::Object;
using pdf::ObjectNumber;

namespace {

std::string label(ObjectNumber number) {
    return std::to_string(number) + " 0";
}

bool isBeyondSize(const pdf::Reader& reader, ObjectNumber number) {
    const std::int64_t size = reader.trailer().get("Size").integerValue();
    return size > 0 && static_cast<std::int64_t>(number) >= size;
}

/// A key that stands twice with different values: one reader shows the first, another the last.
bool hasContradictingKeys(const Object& value) {
    const auto& entries = value.entries();
    const pdf::KeyIndex keys(value);
    const bool contradicts = std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
        const Object* first = keys.find(entry.first);
        return first != &entry.second && !(*first == entry.second);
    });
    if (contradicts) {
        return true;
    }
    return std::any_of(entries.begin(), entries.end(), [](const auto& entry) { return hasContradictingKeys(entry.second); }) ||
           std::any_of(value.items().begin(), value.items().end(), hasContradictingKeys);
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
      afterGraph_(after_),
      equivalence_(before_, after_) {}

DifferenceResult Difference::compare() {
    compareTrailers();
    checkSections();
    compareCatalogs();
    FormDifference(*this).compare();
    FieldDifference(*this).compare();
    comparePages();
    protected_ = SignedObjects(before_, beforeGraph_, restrictions_, changedFieldNodes_).collect();
    compareRemainingObjects();
    checkUnreadableObjects();
    return std::move(result_);
}

void Difference::report(std::string_view kind, bool allowed, std::string object) {
    constexpr std::size_t kMostOfAKind = 1000;  // a report is for people; whether anything was forbidden is kept whatever the number
    if (reportedCounts_[allowed ? 1 : 0] >= kMostOfAKind || !reported_.insert(std::string(kind) + (allowed ? '+' : '-') + object).second) {
        return;
    }
    ++reportedCounts_[allowed ? 1 : 0];
    result_.changes.push_back(makeChange(kind, allowed, std::move(object)));
}

void Difference::warn(std::string_view code) {
    if (std::find(result_.warnings.begin(), result_.warnings.end(), code) == result_.warnings.end()) {
        result_.warnings.emplace_back(code);
    }
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
    explain(before.get("Info"), information);
    if (!(before.get("Info") == information) || (information.isReference() && wasRewritten(information.number()))) {
        report("metadata-changed", true, "/Info");
    }
}

bool Difference::isNew(ObjectNumber number) const {
    const CrossReferenceEntry* before = before_.reader().entry(number);
    return before == nullptr || before->kind == EntryKind::free;
}

/// A permitted change excuses the new objects that it leads to and those that served the same purpose before; others it may
/// refer to, but not change.
ObjectGraph::Numbers Difference::explain(const Object& before, const Object& after) {
    ObjectGraph::Numbers old;
    ObjectGraph::Numbers out;
    beforeGraph_.collect(before, old);
    afterGraph_.collect(after, out);
    std::erase_if(out, [&](ObjectNumber number) { return !old.contains(number) && !isNew(number); });
    explained_.insert(out.begin(), out.end());
    return out;
}

/// What the later sections say must be the same to every reader.
void Difference::checkSections() {
    for (const auto& section : after_.reader().sections()) {
        if (section.position == before_.reader().startCrossReference()) {
            return;
        }
        if (section.hasDoubledEntries) {
            report("doubled-entry", false, "startxref " + std::to_string(section.position));
        }
        if (hasContradictingKeys(section.trailer)) {
            report("doubled-key", false, "trailer");
        }
    }
}

/// An empty name tree is none (ISO 32000-2, 7.9.6), and an empty dictionary of name trees neither.
bool Difference::isSameInTheCatalog(std::string_view key, const Object& before, const Object& after) {
    if (key != "Names") {
        return false;
    }
    const auto isEmptyTree = [](const pdf::Reader& reader, const Object& value) {
        const Object& tree = reader.resolve(value);
        return tree.isNull() || (tree.isDictionary() && !tree.has("Kids") && reader.get(tree, "Names").items().empty());
    };
    const Object& oldNames = before_.reader().resolve(before);
    const Object& newNames = after_.reader().resolve(after);
    bool isSame = true;
    forEachChangedKey(oldNames, newNames, [&](const std::string&, const Object& oldTree, const Object& newTree) {
        isSame = isSame && isEmptyTree(before_.reader(), oldTree) && isEmptyTree(after_.reader(), newTree);
    });
    return isSame;
}

void Difference::compareCatalogs() {
    const Object& before = before_.reader().catalog();
    const Object& after = after_.reader().catalog();
    forEachChangedKey(before, after, [&](const std::string& key, const Object& oldValue, const Object& newValue) {
        if (key != "AcroForm" && !isSameInTheCatalog(key, oldValue, newValue)) {
            const KeyRule& rule = catalogRule(key);
            report(rule.kind, rule.allowed, '/' + key);
        }
    });
    for (const char* key : {"DSS", "Metadata", "StructTreeRoot", "Extensions", "PieceInfo"}) {
        const ObjectGraph::Numbers below = explain(before.get(key), after.get(key));
        if (std::any_of(below.begin(), below.end(), [&](ObjectNumber number) { return wasRewritten(number); })) {
            report(catalogRule(key).kind, true, std::string("/") + key);
        }
    }
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

/// A program that rewrites a page may write down what the page had by inheritance or by default (ISO 32000-2, tables 31
/// and 7.7.3.4).
bool Difference::isSameForThePage(const Object& before, const Object& after, std::string_view key) {
    static const Object kUnrotated = Object::integer(0);
    const auto valueIn = [&](const pdf::Reader& reader, const Object& page) -> const Object& {
        const Object& own = isInheritable(key) ? pdf::inheritedValue(reader, page, key) : page.get(key);
        if (!reader.resolve(own).isNull()) {
            return own;
        }
        return key == "Rotate" ? kUnrotated : key == "CropBox" ? pdf::inheritedValue(reader, page, "MediaBox") : own;
    };
    return sameValue(valueIn(before_.reader(), before), valueIn(after_.reader(), after));
}

void Difference::comparePage(ObjectNumber page) {
    if (wasRewritten(page)) {
        const Object& before = before_.reader().object(page);
        const Object& after = after_.reader().object(page);
        forEachChangedKey(before, after, [&](const std::string& key, const Object&, const Object&) {
            if (key != "Annots" && !isSameForThePage(before, after, key)) {
                const KeyRule& rule = pageRule(key);
                report(rule.kind, rule.allowed, label(page));
            }
        });
    }
    for (const char* key : {"Metadata", "PieceInfo"}) {
        explain(readOrNull(before_.reader(), page).value.get(key), readOrNull(after_.reader(), page).value.get(key));
    }
    AnnotationDifference(*this).compare(page);
}

bool Difference::isSameBytes(const CrossReferenceEntry& before, const CrossReferenceEntry& after) const {
    return before == after && before.kind == EntryKind::inFile && before_.reader().headerOffset() == after_.reader().headerOffset() &&
           before.position + before_.reader().headerOffset() < before_.reader().file().size();
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
    // ISO 32000-2, 7.5.5 and 7.3.10: what is not below /Size, or has another generation, is missing.
    const bool wasMissing = isBeyondSize(before_.reader(), number) && !isBeyondSize(after_.reader(), number);
    if (wasMissing || (before->kind == EntryKind::inFile && after->kind == EntryKind::inFile && before->generation != after->generation)) {
        return true;
    }
    if (isSameBytes(*before, *after)) {
        return false;
    }
    const pdf::IndirectObject* old = readIfReadable(before_.reader(), number);
    const pdf::IndirectObject* current = readIfReadable(after_.reader(), number);
    if (old == nullptr || current == nullptr) {
        return old != current || !(*before == *after);
    }
    const bool sameKey = !after_.reader().isEncrypted() || old->generation == current->generation;
    const bool sameData =
        sameKey && old->isStream == current->isStream &&
        std::equal(old->streamData.begin(), old->streamData.end(), current->streamData.begin(), current->streamData.end());
    return !(sameData && old->value == current->value);
}

bool Difference::liesOverContent(ObjectNumber page, const pdf::Box& box) {
    constexpr std::size_t kMostCompared = 5000;
    if (++boxesCompared_ > kMostCompared) {
        return true;
    }
    auto found = marks_.find(page);
    if (found == marks_.end()) {
        found = marks_.emplace(page, PageMarks::ofPage(before_.reader(), page)).first;
    }
    return found->second.overlaps(box);
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
        checkKeys(number);
        const bool guarded = protected_.contains(number);
        const bool explained = explained_.contains(number) || before_.isSkeleton(number);
        if (number == 0 || (!guarded && (isNew(number) || explained))) {
            continue;
        }
        if (!isKnown && !guarded) {
            reachable = afterGraph_.reachable();
            isKnown = true;
        }
        judgeObject(number, reachable);
    }
}

void Difference::checkKeys(ObjectNumber number) {
    if (hasContradictingKeys(readOrNull(after_.reader(), number).value)) {
        report("doubled-key", false, label(number));
    }
}

/// What could not be read when it was signed, and can be now, or is a page, field or annotation that is a stream: both are
/// one thing to this reader and another to the next.
void Difference::checkUnreadableObjects() {
    for (const ObjectNumber number : beforeGraph_.unreadable()) {
        if (readIfReadable(after_.reader(), number) != nullptr) {
            report("hidden-object-defined", false, label(number));
        }
    }
    for (const ObjectNumber number : after_.skeletonStreams()) {
        if (wasRewritten(number)) {
            report("object-changed", false, label(number));
        }
    }
}

void Difference::judgeObject(ObjectNumber number, const ObjectGraph::Numbers& reachable) {
    const CrossReferenceEntry* before = before_.reader().entry(number);
    const CrossReferenceEntry* after = after_.reader().entry(number);
    const auto guarded = protected_.find(number);
    if (guarded == protected_.end()) {
        // Whatever an unreadable object leads to may be in use.
        const bool used = reachable.contains(number) || !beforeGraph_.unreadable().empty();
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
