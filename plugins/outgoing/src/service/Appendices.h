// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/UploadedFile.h"
#include "congvu/http/Caller.h"
#include "congvu/pdf/PdfInspector.h"
#include "domain/Appendix.h"
#include "service/DocumentWork.h"
#include "service/Services.h"

#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Appendices in files of their own, while the draft is with the caller: added, named, put in order, removed.
class Appendices {
public:
    Appendices(const Services& services, DocumentWork& work, pdf::PdfInspector& inspector)
        : services_(services), work_(work), inspector_(inspector) {}

    /// AppError invalid "/file" for a PDF that could not be sealed in the end: encrypted, damaged, without end.
    AppendixView attach(const http::Caller& caller, std::string_view id, const files::UploadedFile& upload);
    /// A new title, and another number when one is given; the others move up.
    void describe(const http::Caller& caller, std::string_view id, std::string_view fileId, const AppendixInput& input);
    void detach(const http::Caller& caller, std::string_view id, std::string_view fileId);

private:
    /// Writes the numbers 1, 2, 3 … in this order.
    void number(db::Tx& tx, const OutgoingDocument& document, std::vector<Appendix> appendices) const;

    Services services_;
    DocumentWork& work_;
    pdf::PdfInspector& inspector_;
};

/// The appendices of a document with the files that are delivered, by their numbers.
std::vector<AppendixView> appendixViews(db::Reader& reader, files::FileStore& files, const AppendixRepository& appendices,
                                        std::string_view documentId);

}  // namespace congvu::outgoing
