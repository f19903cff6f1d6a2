// SPDX-License-Identifier: Apache-2.0
#include "validation/FieldDifference.h"

#include <algorithm>
#include <unordered_map>

#include "validation/DifferenceRules.h"

namespace congvu::signing::validation {

using pdf::Field;
using pdf::Object;
using pdf::ObjectNumber;

namespace {

/// Annotation flags that signing may set: Print, Locked, LockedContents (ISO 32000-2, table 167).
constexpr std::int64_t kFlagsOfSigning = 4 | 128 | 512;

/// ISO 32000-2, 12.8.5: both entries make a document time-stamp; a signature that only calls itself one is a signature.
bool isTimeStamp(const pdf::Reader& reader, const Object& value) {
    return value.get("Type").isName("DocTimeStamp") && reader.get(value, "SubFilter").isName("ETSI.RFC3161");
}

using FieldsByNumber = std::unordered_map<ObjectNumber, const Field*>;

FieldsByNumber byNumber(const pdf::Form& form) {
    FieldsByNumber out;
    for (const Field& field : form.fields()) {
        out.emplace(field.number, &field);
    }
    return out;
}

}  // namespace

void FieldDifference::compare() {
    const FieldsByNumber current = byNumber(all_.after_.form());
    for (const Field& before : all_.before_.form().fields()) {
        const auto after = current.find(before.number);
        if (after == current.end()) {
            all_.report("form-field-removed", false, before.name);
        } else {
            compareField(before, *after->second);
        }
    }
    const FieldsByNumber old = byNumber(all_.before_.form());
    for (const Field& after : all_.after_.form().fields()) {
        if (!old.contains(after.number)) {
            addedField(after);
        }
    }
}

FieldDifference::ValueChange FieldDifference::valueChange(const Field& before, const Field& after) const {
    const Object& oldValue = all_.before_.reader().resolve(before.value);
    const Object& newValue = all_.after_.reader().resolve(after.value);
    const bool sameReference = before.value == after.value;
    if (before.type != "Sig") {
        const bool rewrittenStream = before.value.isReference() && sameReference && all_.wasRewritten(before.value.number());
        return oldValue == newValue && !rewrittenStream ? ValueChange::none : ValueChange::filled;
    }
    if (oldValue.isNull() && newValue.isDictionary()) {
        return isTimeStamp(all_.after_.reader(), newValue) ? ValueChange::timeStampAdded : ValueChange::signatureAdded;
    }
    return oldValue == newValue ? ValueChange::none : ValueChange::signatureReplaced;
}

void FieldDifference::compareField(const Field& before, const Field& after) {
    const ValueChange change = valueChange(before, after);
    reportValue(after, change);
    if (before.type != after.type || before.name != after.name || before.widgets != after.widgets) {
        all_.report("form-field-changed", false, before.name);
    }
    std::vector<ObjectNumber> nodes = before.ancestors;
    nodes.push_back(before.number);
    for (const ObjectNumber widget : before.widgets) {
        if (widget != before.number) {
            nodes.push_back(widget);
        }
    }
    for (const ObjectNumber node : nodes) {
        compareNode(before, after, node, change);
    }
}

void FieldDifference::reportValue(const Field& field, ValueChange change) {
    const bool locked = all_.restrictions_.permitsNothing() || all_.restrictions_.isLocked(field.name);
    switch (change) {
        case ValueChange::none:
            return;
        case ValueChange::filled:
            all_.report(locked ? "locked-field-changed" : "form-field-filled", !locked, field.name);
            return;
        case ValueChange::signatureAdded:
            all_.report("signature-added", !locked, field.name);
            warnAboutSize(field);
            return;
        case ValueChange::timeStampAdded:
            all_.report("document-time-stamp-added", true, field.name);
            return;
        case ValueChange::signatureReplaced:
            all_.report("signature-replaced", false, field.name);
            return;
    }
}

void FieldDifference::explainNode(ObjectNumber node) {
    const Object& before = readOrNull(all_.before_.reader(), node).value;
    const Object& after = all_.after_.reader().object(node);
    for (const char* key : {"V", "AP", "RV", "MK"}) {
        all_.explain(before.get(key), after.get(key));
    }
    all_.changedFieldNodes_.insert(node);
}

void FieldDifference::compareNode(const Field& old, const Field& field, ObjectNumber node, ValueChange change) {
    const Object& before = all_.before_.reader().object(node);
    const Object& after = all_.after_.reader().object(node);
    const bool isSigned = change == ValueChange::signatureAdded || change == ValueChange::timeStampAdded;
    const bool isFilled = change == ValueChange::filled;
    if (isSigned || isFilled) {
        explainNode(node);
    }
    if (!all_.wasRewritten(node)) {
        return;
    }
    const bool isInner = std::find(field.ancestors.begin(), field.ancestors.end(), node) != field.ancestors.end();
    all_.forEachChangedKey(before, after, [&](const std::string& key, const Object&, const Object& value) {
        if ((isFilled && mayChangeWithValue(key)) || (isSigned && mayChangeWithSignature(key)) || key == "V") {
            return;
        }
        if ((key == "Kids" && isInner) || (key == "Type" && value.isName("Annot"))) {
            return;  // the fields below are compared one by one
        }
        if (key == "Rect" && isSigned) {
            compareRectangle(field, value);
        } else if (key == "Ff" && !isSigned) {
            compareFlags(old, field);
        } else if (key == "Ff") {
            all_.report("form-field-changed", true, field.name);
        } else if (key == "F") {
            compareAnnotationFlags(field, before, after, change);
        } else {
            const bool appearance = key == "AP" || key == "AS";
            all_.report(appearance ? "appearance-changed" : "form-field-changed", false, field.name);
        }
    });
}

/// Whoever signs without an appearance may empty the place that was kept for one; where new fields may be put anywhere, the
/// place may be another one as well.
void FieldDifference::compareRectangle(const Field& field, const Object& rectangle) {
    const pdf::Box box = pdf::boxOf(all_.after_.reader(), rectangle);
    const bool isOfFour = all_.after_.reader().resolve(rectangle).items().size() == 4;
    const bool isEmpty = isOfFour && box.width() == 0 && box.height() == 0;
    all_.report("form-field-changed", isEmpty || all_.restrictions_.certification == 0, field.name);
}

void FieldDifference::compareFlags(const Field& before, const Field& after) {
    // A field may become read-only; whether it may change at all was judged with its value.
    const std::int64_t flipped = before.flags ^ after.flags;
    const bool isAllowed = flipped == 0 || (flipped == pdf::kFieldReadOnly && after.isReadOnly());
    all_.report("form-field-changed", isAllowed && !all_.restrictions_.permitsNothing(), after.name);
}

void FieldDifference::compareAnnotationFlags(const Field& field, const Object& before, const Object& after, ValueChange change) {
    const auto oldFlags = all_.before_.reader().get(before, "F").integerValue();
    const auto newFlags = all_.after_.reader().get(after, "F").integerValue();
    const bool hasNewValue =
        change == ValueChange::signatureAdded || change == ValueChange::timeStampAdded || change == ValueChange::filled;
    const bool onlySigning = ((oldFlags ^ newFlags) & ~kFlagsOfSigning) == 0;
    if (!hasNewValue || !onlySigning) {
        all_.report("annotation-flags-changed", false, field.name);
    }
}

bool FieldDifference::isVisible(const Field& field) const {
    return std::any_of(field.widgets.begin(), field.widgets.end(), [&](ObjectNumber widget) {
        const Object& rectangle = all_.after_.reader().get(all_.after_.reader().object(widget), "Rect");
        const pdf::Box box = pdf::boxOf(all_.after_.reader(), rectangle);
        // A reader that is less strict may show a rectangle of five numbers.
        const bool isOdd = !rectangle.items().empty() && rectangle.items().size() != 4;
        return isOdd || (box.width() > 0 && box.height() > 0);
    });
}

/// A field without a signature has nothing to show yet; text or images on it are an addition to the document. A signature in
/// a new field of a certified document must not lie over what was certified.
bool FieldDifference::hidesContent(const Field& field) {
    const pdf::Reader& reader = all_.after_.reader();
    const bool isSigned = reader.resolve(field.value).isDictionary();
    return std::any_of(field.widgets.begin(), field.widgets.end(), [&](ObjectNumber widget) {
        const pdf::Page* page = all_.after_.pageOfAnnotation(widget);
        const Object& dictionary = reader.object(widget);
        const Object& appearance = reader.get(dictionary, "AP").get("N");
        if (!isSigned && !appearance.isNull() && !PageMarks::ofAppearance(reader, appearance).isEmpty()) {
            return true;
        }
        const bool counts = isSigned && all_.restrictions_.certification != 0;
        return page != nullptr && counts && all_.liesOverContent(page->number, pdf::boxOf(reader, dictionary.get("Rect")));
    });
}

void FieldDifference::warnAboutSize(const Field& field) {
    constexpr double kMostOfAPage = 0.5;
    for (const ObjectNumber widget : field.widgets) {
        const pdf::Page* page = all_.after_.pageOfAnnotation(widget);
        const pdf::Box box = pdf::boxOf(all_.after_.reader(), all_.after_.reader().object(widget).get("Rect"));
        if (page != nullptr && box.width() * box.height() > kMostOfAPage * page->cropBox.width() * page->cropBox.height()) {
            all_.warn("large-signature-appearance");
        }
    }
}

/// A signature needs no action of its own; one on its field could change what is shown.
void FieldDifference::explainAdded(ObjectNumber node, const Field& field) {
    explainNode(node);
    const Object& dictionary = all_.after_.reader().object(node);
    if (dictionary.has("AA") || dictionary.has("A")) {
        all_.report("action-changed", false, field.name);
    }
}

void FieldDifference::addedField(const Field& field) {
    if (field.type != "Sig") {
        all_.report("form-field-added", false, field.name);
        return;
    }
    all_.newSignatureWidgets_.insert(field.widgets.begin(), field.widgets.end());
    explainAdded(field.number, field);
    for (const ObjectNumber widget : field.widgets) {
        explainAdded(widget, field);
    }
    if (all_.restrictions_.permitsAnnotations() && isVisible(field) && hidesContent(field)) {
        all_.report("signature-hides-content", false, field.name);
    }
    if (all_.after_.reader().resolve(field.value).isDictionary()) {
        addedSignature(field);
    } else {
        all_.report("signature-field-added", all_.restrictions_.permitsAnnotations(), field.name);
    }
}

void FieldDifference::addedSignature(const Field& field) {
    if (isTimeStamp(all_.after_.reader(), all_.after_.reader().resolve(field.value)) && !isVisible(field)) {
        all_.report("document-time-stamp-added", true, field.name);
        return;
    }
    // A visible field that was not there when the document was certified can cover what was certified.
    const bool sneaky = isVisible(field) && !all_.restrictions_.permitsAnnotations();
    all_.report(sneaky ? "visible-signature-field-added" : "signature-added", !sneaky && !all_.restrictions_.permitsNothing(), field.name);
    warnAboutSize(field);
}

}  // namespace congvu::signing::validation
