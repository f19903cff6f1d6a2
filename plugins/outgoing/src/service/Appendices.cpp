// SPDX-License-Identifier: Apache-2.0
#include "service/Appendices.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

constexpr std::string_view kPdfType = "application/pdf";

/// What keeps a PDF from taking the agency's signature; a message id.
std::string_view problemOf(pdf::PdfProblem problem) {
    switch (problem) {
        case pdf::PdfProblem::none:
            return "";
        case pdf::PdfProblem::encrypted:
            return "outgoing.appendix-encrypted";
        case pdf::PdfProblem::tooManyPages:
        case pdf::PdfProblem::tooLargeInside:
        case pdf::PdfProblem::endlessPages:
            return "outgoing.appendix-too-heavy";
        case pdf::PdfProblem::empty:
        case pdf::PdfProblem::notPdf:
        case pdf::PdfProblem::truncated:
            break;
    }
    return "outgoing.appendix-damaged";
}

/// "phu-luc-1.pdf" → "phu-luc-1": what the drafter has not named yet.
std::string titleOf(const std::string& fileName) {
    const auto dot = fileName.rfind('.');
    return dot == std::string::npos || dot == 0 ? fileName : fileName.substr(0, dot);
}

}  // namespace

AppendixView Appendices::attach(const http::Caller& caller, std::string_view id, const files::UploadedFile& upload) {
    services_.db.read([&](db::Reader& reader) { return work_.requireAct(reader, caller, id, "edit"); });
    const bool isPdf = upload.mediaType == kPdfType;
    if (isPdf) {
        if (const auto problem = problemOf(inspector_.inspect(upload.path).problem); !problem.empty()) {
            throw AppError::invalidField("/file", std::string{problem}, {{"name", upload.name}});
        }
    }
    const auto placed = services_.files.place(upload);
    return services_.db.write([&](db::Tx& tx) {
        const auto document = work_.requireAct(tx, caller, id, "edit");
        const auto present = work_.appendices.of(tx, id);
        if (present.size() >= AppendixRepository::kMost) {
            throw AppError{ErrorKind::conflict, "outgoing.too-many-attachments", {{"max", std::to_string(AppendixRepository::kMost)}}};
        }
        const auto stored = services_.files.record(tx, placed, upload.name, upload.mediaType, refOf(document));
        const Appendix added{stored.id, static_cast<std::int64_t>(present.size()) + 1, titleOf(stored.name), isPdf};
        work_.appendices.insert(tx, id, added, services_.clock.now());
        work_.note(tx, caller, document, "outgoing.attached", stored.name);
        return viewOf(added, stored);
    });
}

void Appendices::describe(const http::Caller& caller, std::string_view id, std::string_view fileId, const AppendixInput& input) {
    services_.db.write([&](db::Tx& tx) {
        const auto document = work_.requireAct(tx, caller, id, "edit");
        auto appendices = work_.appendices.of(tx, id);
        const auto found = std::ranges::find(appendices, fileId, &Appendix::fileId);
        if (found == appendices.end()) {
            throw AppError::notFound();
        }
        found->title = input.title;
        if (input.position) {
            const auto count = static_cast<std::int64_t>(appendices.size());
            const auto target = appendices.begin() + (std::min(*input.position, count) - 1);
            if (target < found) {
                std::rotate(target, found, found + 1);
            } else {
                std::rotate(found, found + 1, target + 1);
            }
        }
        number(tx, document, std::move(appendices));
        work_.note(tx, caller, document, "outgoing.appendix-described", input.title);
    });
}

void Appendices::detach(const http::Caller& caller, std::string_view id, std::string_view fileId) {
    services_.db.write([&](db::Tx& tx) {
        const auto document = work_.requireAct(tx, caller, id, "edit");
        if (!work_.appendices.remove(tx, id, fileId)) {
            throw AppError::notFound();
        }
        services_.files.forget(tx, fileId);
        number(tx, document, work_.appendices.of(tx, id));
        work_.note(tx, caller, document, "outgoing.detached");
    });
}

void Appendices::number(db::Tx& tx, const OutgoingDocument& document, std::vector<Appendix> appendices) const {
    for (std::size_t index = 0; index < appendices.size(); ++index) {
        appendices[index].position = static_cast<std::int64_t>(index) + 1;
        work_.appendices.describe(tx, document.id, appendices[index]);
    }
    work_.refresh(tx, document);
}

std::vector<AppendixView> appendixViews(db::Reader& reader, files::FileStore& files, const AppendixRepository& appendices,
                                        std::string_view documentId) {
    std::vector<AppendixView> views;
    const auto found = appendices.of(reader, documentId);
    views.reserve(found.size());
    for (const auto& appendix : found) {
        if (const auto file = files.find(reader, appendix.currentFileId())) {
            views.push_back(viewOf(appendix, *file));
        }
    }
    return views;
}

}  // namespace congvu::outgoing
