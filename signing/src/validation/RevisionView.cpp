// SPDX-License-Identifier: Apache-2.0
#include "validation/RevisionView.h"

#include <algorithm>

#include "validation/ObjectGraph.h"

namespace congvu::signing::validation {

using pdf::Object;
using pdf::ObjectNumber;

RevisionView::RevisionView(const pdf::Reader& reader) : reader_(reader), form_(reader), pages_(pdf::PageTree(reader).readable()) {
    for (const pdf::Page& page : pages_) {
        pageNumbers_.insert(page.number);
    }
    lists_.insert(reader.catalogNumber());
    listAnnotations();
    listFields();
}

void RevisionView::listAnnotations() {
    for (std::size_t index = 0; index < pages_.size(); ++index) {
        const ObjectNumber page = pages_[index].number;
        const Object& array = reader_.object(page).get("Annots");
        if (array.isReference()) {
            lists_.insert(array.number());
        }
        for (const Object& item : reader_.resolve(array).items()) {
            if (item.isReference()) {
                annotations_[page].push_back(item.number());
                annotationPage_.emplace(item.number(), index);
            }
        }
    }
}

void RevisionView::listFields() {
    const Object& form = reader_.catalog().get("AcroForm");
    if (form.isReference()) {
        lists_.insert(form.number());
    }
    const Object& fields = reader_.resolve(form).get("Fields");
    if (fields.isReference()) {
        lists_.insert(fields.number());
    }
    for (const pdf::Field& field : form_.fields()) {
        fieldNodes_.insert(field.number);
        fieldNodes_.insert(field.widgets.begin(), field.widgets.end());
        fieldNodes_.insert(field.ancestors.begin(), field.ancestors.end());
    }
}

const std::vector<ObjectNumber>& RevisionView::annotationsOf(ObjectNumber page) const {
    static const std::vector<ObjectNumber> kNone;
    const auto found = annotations_.find(page);
    return found == annotations_.end() ? kNone : found->second;
}

std::vector<Object> RevisionView::directAnnotationsOf(ObjectNumber page) const {
    std::vector<Object> out;
    for (const Object& item : reader_.get(reader_.object(page), "Annots").items()) {
        if (!item.isReference()) {
            out.push_back(item);
        }
    }
    return out;
}

bool RevisionView::isSkeleton(ObjectNumber number) const {
    return isPage(number) || isField(number) || isAnnotation(number) || lists_.contains(number);
}

std::vector<ObjectNumber> RevisionView::skeletonStreams() const {
    std::vector<ObjectNumber> out;
    const auto add = [&](ObjectNumber number) {
        if (readOrNull(reader_, number).isStream) {
            out.push_back(number);
        }
    };
    std::for_each(pageNumbers_.begin(), pageNumbers_.end(), add);
    std::for_each(fieldNodes_.begin(), fieldNodes_.end(), add);
    std::for_each(lists_.begin(), lists_.end(), add);
    for (const auto& entry : annotationPage_) {
        add(entry.first);
    }
    return out;
}

const pdf::Page* RevisionView::pageOfAnnotation(ObjectNumber annotation) const {
    const auto found = annotationPage_.find(annotation);
    return found == annotationPage_.end() ? nullptr : &pages_[found->second];
}

}  // namespace congvu::signing::validation
