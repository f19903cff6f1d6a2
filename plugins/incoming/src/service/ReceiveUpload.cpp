// SPDX-License-Identifier: Apache-2.0
#include "service/ReceiveUpload.h"

#include "domain/DocumentFile.h"
#include "domain/FileName.h"
#include "domain/Links.h"
#include "domain/proposal/ProposalReader.h"
#include "domain/proposal/StampReader.h"
#include "domain/recognition/ScanReader.h"
#include "domain/recognition/TextLayer.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"

#include <algorithm>
#include <utility>

namespace congvu::incoming {

namespace {

constexpr std::int64_t kBytesPerMegabyte = 1024 * 1024;
/// A spelling that the agency has registered before outweighs what the layout alone says.
constexpr double kKnownIssuer = 0.98;
/// The words of so many pages are read of born-digital files as well.
constexpr std::int64_t kMostRecognisedPages = 20;

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

std::vector<PageWord> pageWordsOf(const pdf::PdfContent& content) {
    std::vector<PageWord> words;
    words.reserve(content.words.size());
    for (const auto& word : content.words) {
        words.push_back({word.text, {word.page, word.x, word.y, word.width, word.height}, kOwnText});
    }
    return words;
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
    Arrival arrival;
    auto& proposal = arrival.proposal;
    proposal.id = newId();
    proposal.agencyId = clerk.agencyId;
    proposal.createdByPostId = clerk.postId;
    proposal.createdByName = clerk.personName;
    proposal.createdAt = needs_.clock.now();
    proposal.fileName = cleanFileName(upload.name);
    proposal.sha256 = upload.sha256;
    proposal.sizeBytes = upload.sizeBytes;
    proposal.failure = read(clerk, upload, arrival);
    proposal.state = proposal.failure.empty() ? ProposalState::waiting : ProposalState::failed;
    store(clerk, upload, arrival);
    if (proposal.state == ProposalState::waiting) {
        needs_.jobs.runSoon([verify = &needs_.verify, id = proposal.id] { verify->run(id); });
    }
    if (proposal.recognition) {
        needs_.recognise.runSoon();
    }
    return proposal;
}

std::string ReceiveUpload::read(const http::Caller& clerk, const files::UploadedFile& upload, Arrival& arrival) const {
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
    auto words = pageWordsOf(content);
    const PageText page{words, content.pageWidth, content.pageHeight};
    auto& proposal = arrival.proposal;
    if (findSecrecyMark(page)) {
        proposal.fileName.clear();  // the name of a secret file may itself be a secret
        proposal.sha256.clear();
        return "incoming.secret-content";
    }
    proposal.pages = content.pages;
    arrival.pages = pagesToRecogniseIn(upload, content, words);
    const bool isScan = !arrival.pages.empty() && arrival.pages.front() == 1;
    auto reading = isScan ? readBeforeRecognition({std::move(words), content.pageWidth, content.pageHeight, {}}) : readProposal(page);
    correct(clerk, reading);
    proposal.reading.text = json::toText(reading);
    proposal.content = std::move(content.text);
    if (!arrival.pages.empty()) {
        proposal.recognition = Recognition{RecognitionState::queued, 0, static_cast<std::int64_t>(arrival.pages.size()), {}};
    }
    return {};
}

std::vector<int> ReceiveUpload::pagesToRecogniseIn(const files::UploadedFile& upload, const pdf::PdfContent& content,
                                                   const std::vector<PageWord>& words) const {
    const auto most =
        static_cast<int>(std::clamp<std::int64_t>(needs_.settings.number("incoming.recognised_pages"), 0, kMostRecognisedPages));
    if (most == 0) {
        return {};
    }
    const auto pictures = needs_.recogniser.picturePages(upload.path, content.pageWidth, content.pageHeight, most);
    return pagesToRecognise({words, content.pages, content.pageWidth, content.pageHeight, pictures}, most);
}

void ReceiveUpload::correct(const http::Caller& clerk, DocumentProposal& reading) const {
    const auto known =
        needs_.db.read([&](db::Reader& reader) { return issuers_.spelling(reader, clerk.agencyId, reading.issuerName.value); });
    if (known && !reading.issuerName.value.empty()) {
        reading.issuerName = ReadField::found(*known, kKnownIssuer, reading.issuerName.place);
    }
    doubtDayAfter(needs_.clock.today(), reading);
}

void ReceiveUpload::store(const http::Caller& clerk, const files::UploadedFile& upload, const Arrival& arrival) const {
    const auto& proposal = arrival.proposal;
    const bool isGood = proposal.failure.empty();
    const auto placed = isGood ? needs_.files.place(upload) : files::PlacedContent{};
    needs_.db.write([&](db::Tx& tx) {
        proposals_.insert(tx, proposal);
        counters_.add(tx, clerk.agencyId, counter::kQueue, 1);
        if (isGood) {
            DocumentFile file;
            file.stored = needs_.files.record(tx, placed, proposal.fileName, std::string{kPdfMediaType}, proposalRef(proposal.id));
            fileRows_.insert(tx, {"proposal", proposal.id, clerk.agencyId}, file, 0);
            if (!arrival.pages.empty()) {
                recognition_.insert(tx, proposal.id, clerk.agencyId, arrival.pages);
            }
        }
        const auto act = proposal.failure == "incoming.secret-content" ? "secret-refused" : isGood ? "uploaded" : "upload-failed";
        needs_.history.note(tx, clerk, proposalRef(proposal.id), act);
        needs_.changes.refreshPages(tx, clerk.agencyId, proposal.id);
    });
}

}  // namespace congvu::incoming
