// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "DocumentTypes.h"
#include "PdfInspection.h"
#include "Samples.h"

#include <string>
#include <vector>

namespace congvu::templates::testing {

/// How much a document of a type holds.
enum class DocumentSize {
    /// The sample with a known letterhead and one signer; one addressee, no marks, no appendix.
    small,
    /// Everything the form takes: superior agency, urgency, circulation, three addressees, many pages with a table,
    /// two appendices, contact line, a deputy who signs for the head of a collective, many recipients.
    large
};

/// A document of a type, laid out and read back from the PDF.
class TypeDocument {
public:
    TypeDocument(const DocumentType& type, DocumentSize size);

    bool hasField(const std::string& key) const { return form_->field(key) != nullptr; }
    bool isCopy() const { return form_->category == FormCategory::copy; }
    /// Whether a second person signs on the left.
    bool hasSecondSigner() const { return hasField("secondSigner"); }
    const RenderedFile& file() const { return file_; }
    int pageCount() const { return static_cast<int>(pages_.size()); }
    /// Pages count from 1.
    const std::vector<TextSpan>& page(int number) const { return pages_.at(static_cast<std::size_t>(number - 1)); }
    /// The first span with the text on whatever page; fails when there is none.
    TextSpan find(const std::string& text) const;
    /// The page of that span.
    int pageOf(const std::string& text) const;
    /// The spans of a page on one base line, from left to right edge as one.
    TextSpan lineAt(int page, double baseline) const;
    /// The base lines of a page from top to bottom, without the page number's.
    std::vector<double> baselines(int page) const;
    const std::vector<Stroke>& firstPageStrokes() const { return strokes_; }

private:
    std::shared_ptr<const FormDefinition> form_;
    RenderedFile file_;
    std::vector<std::vector<TextSpan>> pages_;
    std::vector<Stroke> strokes_;
};

}  // namespace congvu::templates::testing
