// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pdf/Form.h"
#include "pdf/PageTree.h"
#include "pdf/Reader.h"

namespace congvu::signing::validation {

/// The skeleton of one revision: which objects are pages, annotations and fields. These are compared by rules of their
/// own; everything else must stay as it is.
class RevisionView {
public:
    explicit RevisionView(const pdf::Reader& reader);

    const pdf::Reader& reader() const { return reader_; }
    const pdf::Form& form() const { return form_; }
    const std::vector<pdf::Page>& pages() const { return pages_; }

    /// Annotation objects of a page, in order.
    const std::vector<pdf::ObjectNumber>& annotationsOf(pdf::ObjectNumber page) const;
    /// Annotations that stand in the array itself and not as objects of their own.
    std::vector<pdf::Object> directAnnotationsOf(pdf::ObjectNumber page) const;

    bool isField(pdf::ObjectNumber number) const { return fieldNodes_.contains(number); }
    bool isAnnotation(pdf::ObjectNumber number) const { return annotationPage_.contains(number); }
    bool isPage(pdf::ObjectNumber number) const { return pageNumbers_.contains(number); }
    /// Pages, annotations, fields, the catalogue, the form and the arrays that list them.
    bool isSkeleton(pdf::ObjectNumber number) const;
    /// Those of them that are streams, which none of them may be.
    std::vector<pdf::ObjectNumber> skeletonStreams() const;
    /// The page that an annotation stands on, or null.
    const pdf::Page* pageOfAnnotation(pdf::ObjectNumber annotation) const;

private:
    void listAnnotations();
    void listFields();

    const pdf::Reader& reader_;
    pdf::Form form_;
    std::vector<pdf::Page> pages_;
    std::unordered_set<pdf::ObjectNumber> pageNumbers_;
    std::unordered_set<pdf::ObjectNumber> fieldNodes_;
    std::unordered_set<pdf::ObjectNumber> lists_;
    std::unordered_map<pdf::ObjectNumber, std::vector<pdf::ObjectNumber>> annotations_;
    std::unordered_map<pdf::ObjectNumber, std::size_t> annotationPage_;
};

}  // namespace congvu::signing::validation
