// SPDX-License-Identifier: Apache-2.0
#include "service/ReceiveUpload.h"

#include "domain/DocumentFile.h"
#include "domain/FileName.h"
#include "domain/Links.h"
#include "domain/proposal/ProposalReader.h"
#include "domain/proposal/StampReader.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

constexpr std::int64_t kBytesPerMegabyte = 1024 * 1024;
/// A spelling that the agency has registered before outweighs what the layout alone says.
constexpr double kKnownIssuer = 0.98;

/// The message for what keeps a file from being a document; empty for a good one.
std::string failureOf(pdf::PdfProblem problem) {
    switch (problem) {
        case pdf::PdfProblem::none:
            return {};
        case pdf::PdfProblem::empty:
            return "incoming.file-empty";
        case pdf::PdfProblem::notPdf:
            return "incoming.file-not-pdf";
        case pdf::PdfProblem::truncated:
            return "incoming.file-truncated";
        case pdf::PdfProblem::encrypted:
            return "incoming.file-encrypted";
        case pdf::PdfProblem::tooManyPages:
            return "incoming.file-too-many-pages";
        case pdf::PdfProblem::tooLargeInside:
            return "incoming.file-too-large-inside";
        case pdf::PdfProblem::endlessPages:
            return "incoming.file-endless-pages";
    }
    return "incoming.file-not-pdf";
}

PageText pageTextOf(const pdf::PdfContent& content) {
    std::vector<PageWord> words;
    words.reserve(content.words.size());
    for (const auto& word : content.words) {
        words.push_back({word.text, {word.page, word.x, word.y, word.width, word.height}});
    }
    return PageText{words, content.pageWidth, content.pageHeight};
}

}  // namespace

std::vector<Proposal> ReceiveUpload::run(const http::Caller& clerk, const std::vector<files::UploadedFile>& uploads) const {
    if (uploads.empty() || uploads.size() > kMostFiles) {
        throw AppError::invalidField("/file", uploads.empty() ? "required" : "incoming.too-many-files",
                                     {{"most", std::to_string(kMostFiles)}});
    }
    std::vector<Proposal> proposals;
    proposals.reserve(uploads.size());
    for (const auto& upload : uploads) {
        proposals.push_back(receive(clerk, upload));
    }
    return proposals;
}

Proposal ReceiveUpload::receive(const http::Caller& clerk, const files::UploadedFile& upload) const {
    Proposal proposal;
    proposal.id = newId();
    proposal.agencyId = clerk.agencyId;
    proposal.createdByPostId = clerk.postId;
    proposal.createdByName = clerk.personName;
    proposal.createdAt = needs_.clock.now();
    proposal.fileName = cleanFileName(upload.name);
    proposal.sha256 = upload.sha256;
    proposal.sizeBytes = upload.sizeBytes;
    proposal.failure = read(clerk, upload, proposal);
    proposal.state = proposal.failure.empty() ? ProposalState::waiting : ProposalState::failed;
    store(clerk, upload, proposal);
    if (proposal.state == ProposalState::waiting) {
        needs_.jobs.runSoon([verify = &needs_.verify, id = proposal.id] { verify->run(id); });
    }
    return proposal;
}

std::string ReceiveUpload::read(const http::Caller& clerk, const files::UploadedFile& upload, Proposal& proposal) const {
    if (upload.sizeBytes == 0) {
        return failureOf(pdf::PdfProblem::empty);
    }
    if (upload.sizeBytes > needs_.settings.number("incoming.largest_file_mb", clerk.agencyId) * kBytesPerMegabyte) {
        return "incoming.file-too-large";
    }
    auto content = needs_.pdf.inspect(upload.path);
    // A page tree without an end may also be what exhausted the process that opened it: then the cause is told, not the effect.
    const bool mayBeEndless = content.problem == pdf::PdfProblem::none || content.problem == pdf::PdfProblem::tooLargeInside;
    if (mayBeEndless && needs_.signatures.hasEndlessPages(upload.path)) {
        return failureOf(pdf::PdfProblem::endlessPages);
    }
    if (content.problem != pdf::PdfProblem::none) {
        return failureOf(content.problem);
    }
    const auto page = pageTextOf(content);
    if (findSecrecyMark(page)) {
        proposal.fileName.clear();  // the name of a secret file may itself be a secret
        proposal.sha256.clear();
        return "incoming.secret-content";
    }
    auto reading = readProposal(page);
    const auto known =
        needs_.db.read([&](db::Reader& reader) { return issuers_.spelling(reader, clerk.agencyId, reading.issuerName.value); });
    if (known && !reading.issuerName.value.empty()) {
        reading.issuerName = ReadField::found(*known, kKnownIssuer, reading.issuerName.place);
    }
    proposal.reading.text = json::toText(reading);
    proposal.pages = content.pages;
    proposal.content = std::move(content.text);
    return {};
}

void ReceiveUpload::store(const http::Caller& clerk, const files::UploadedFile& upload, Proposal& proposal) const {
    const bool isGood = proposal.failure.empty();
    const auto placed = isGood ? needs_.files.place(upload) : files::PlacedContent{};
    needs_.db.write([&](db::Tx& tx) {
        proposals_.insert(tx, proposal);
        counters_.add(tx, clerk.agencyId, counter::kQueue, 1);
        if (isGood) {
            DocumentFile file;
            file.stored = needs_.files.record(tx, placed, proposal.fileName, std::string{kPdfMediaType}, proposalRef(proposal.id));
            fileRows_.insert(tx, {"proposal", proposal.id, clerk.agencyId}, file, 0);
        }
        const auto act = proposal.failure == "incoming.secret-content" ? "secret-refused" : isGood ? "uploaded" : "upload-failed";
        needs_.history.note(tx, clerk, proposalRef(proposal.id), act);
        needs_.changes.refreshPages(tx, clerk.agencyId, proposal.id);
    });
}

}  // namespace congvu::incoming
