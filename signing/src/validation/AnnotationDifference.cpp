// SPDX-License-Identifier: Apache-2.0
#include "validation/AnnotationDifference.h"

#include <algorithm>
#include <array>

namespace congvu::signing::validation {

using pdf::Object;
using pdf::ObjectNumber;

namespace {

std::string annotationLabel(ObjectNumber number) {
    return std::to_string(number) + " 0";
}

}  // namespace

void AnnotationDifference::compare(ObjectNumber page) {
    const auto& before = all_.before_.annotationsOf(page);
    const auto& after = all_.after_.annotationsOf(page);
    const ObjectGraph::Numbers old(before.begin(), before.end());
    const ObjectGraph::Numbers current(after.begin(), after.end());
    compareDirect(page);
    for (const ObjectNumber annotation : before) {
        if (!current.contains(annotation)) {
            judgeRemoved(annotation);
        } else if (!all_.before_.isField(annotation)) {
            compareKept(annotation, page);
        }
    }
    for (const ObjectNumber annotation : after) {
        if (!old.contains(annotation) && !all_.newSignatureWidgets_.contains(annotation) && !formerlyDirect_.contains(annotation)) {
            judgeAdded(annotation, page);
        }
    }
}

/// Permitted or not, an annotation that looks like content over content is an attack on the certification: it shows
/// another document. Marks of a text lie over it by their nature, icons are small, but neither shows text or images.
bool AnnotationDifference::hidesContent(const Object& annotation, ObjectNumber page) {
    constexpr std::array<std::string_view, 7> kMarks{"Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Link", "Popup"};
    constexpr std::array<std::string_view, 3> kIcons{"Text", "FileAttachment", "Sound"};
    constexpr double kLargestIcon = 40;
    const pdf::Reader& reader = all_.after_.reader();
    const std::string& kind = reader.get(annotation, "Subtype").stringValue();
    const pdf::Box box = pdf::boxOf(reader, annotation.get("Rect"));
    const bool isIcon =
        std::find(kIcons.begin(), kIcons.end(), kind) != kIcons.end() && box.width() <= kLargestIcon && box.height() <= kLargestIcon;
    const bool isMark = std::find(kMarks.begin(), kMarks.end(), kind) != kMarks.end();
    const Object& appearance = reader.get(annotation, "AP").get("N");
    if ((isIcon || isMark) && (appearance.isNull() || PageMarks::ofAppearance(reader, appearance).isEmpty())) {
        return false;
    }
    return !isIcon && all_.liesOverContent(page, box);
}

void AnnotationDifference::judgeShown(const Object& annotation, ObjectNumber page, const std::string& name) {
    if (isPermitted_ && hidesContent(annotation, page)) {
        all_.report("annotation-hides-content", false, name);
    }
    all_.warn("annotation-over-content");
}

void AnnotationDifference::compareKept(ObjectNumber annotation, ObjectNumber page) {
    if (!all_.wasRewritten(annotation)) {
        return;
    }
    const Object& before = readOrNull(all_.before_.reader(), annotation).value;
    const Object& after = readOrNull(all_.after_.reader(), annotation).value;
    all_.forEachChangedKey(before, after, [&](const std::string& key, const Object&, const Object&) {
        all_.report(key == "F" || key == "OC" ? "annotation-flags-changed" : "annotation-changed", isPermitted_,
                    annotationLabel(annotation));
    });
    judgeShown(after, page, annotationLabel(annotation));
    if (isPermitted_) {
        all_.explain(before, after);
    }
}

void AnnotationDifference::judgeRemoved(ObjectNumber annotation) {
    all_.report("annotation-removed", isPermitted_ && !all_.before_.isField(annotation), annotationLabel(annotation));
}

void AnnotationDifference::judgeAdded(ObjectNumber annotation, ObjectNumber page) {
    const bool isField = all_.after_.isField(annotation);
    all_.report(isField ? "form-field-added" : "annotation-added", isPermitted_ && !isField, annotationLabel(annotation));
    const Object& value = readOrNull(all_.after_.reader(), annotation).value;
    judgeShown(value, page, annotationLabel(annotation));
    all_.explain(Object(), value);
}

/// An annotation that stood in the array itself may have become an object of its own.
bool AnnotationDifference::stillStands(const Object& annotation, ObjectNumber page) {
    for (const Object& other : all_.after_.directAnnotationsOf(page)) {
        if (all_.sameValue(annotation, other)) {
            return true;
        }
    }
    for (const ObjectNumber other : all_.after_.annotationsOf(page)) {
        if (all_.before_.reader().entry(other) == nullptr && all_.sameValue(annotation, readOrNull(all_.after_.reader(), other).value)) {
            return formerlyDirect_.insert(other).second;
        }
    }
    return false;
}

void AnnotationDifference::compareDirect(ObjectNumber page) {
    const auto before = all_.before_.directAnnotationsOf(page);
    const auto after = all_.after_.directAnnotationsOf(page);
    if (before == after) {
        return;
    }
    constexpr std::size_t kMostCompared = 1000;
    const bool isKept = before.size() + all_.after_.annotationsOf(page).size() <= kMostCompared &&
                        std::all_of(before.begin(), before.end(), [&](const Object& annotation) { return stillStands(annotation, page); });
    const bool isOld =
        isKept && std::all_of(after.begin(), after.end(), [&](const Object& annotation) {
            return std::any_of(before.begin(), before.end(), [&](const Object& other) { return all_.sameValue(other, annotation); });
        });
    if (!isOld) {
        all_.report("annotation-changed", isPermitted_, annotationLabel(page));
        for (const Object& annotation : after) {
            judgeShown(annotation, page, annotationLabel(page));
        }
    }
}

}  // namespace congvu::signing::validation
