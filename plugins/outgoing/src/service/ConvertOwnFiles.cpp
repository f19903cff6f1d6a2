// SPDX-License-Identifier: Apache-2.0
#include "service/ConvertOwnFiles.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Value.h"
#include "domain/FormFields.h"
#include "domain/PlaceFinder.h"
#include "service/PdfMeasures.h"

#include <exception>
#include <iterator>
#include <utility>

namespace congvu::outgoing {

namespace {

constexpr std::chrono::minutes kConverterSilence{10};  ///< after which a converter is taken for dead
constexpr std::chrono::seconds kLookEvery{60};
constexpr std::string_view kPdfMedia = "application/pdf";

struct ConvertingFlag {
    std::atomic_flag& flag;
    ~ConvertingFlag() { flag.clear(); }
};

/// "quy-dinh.docx" → "quy-dinh.pdf".
std::string pdfNameOf(const std::string& sourceName) {
    return sourceName.substr(0, std::min(sourceName.rfind('.'), sourceName.size())) + ".pdf";
}

/// The name that the drafter has put into the signer's field; empty when none.
std::string signerNameOf(const std::string& fieldsJson) {
    const auto fields = json::Document::parse(fieldsJson);
    const auto signer = fields.root().kind() == json::Kind::object ? fields.root().member("signer") : std::nullopt;
    return signer && signer->kind() == json::Kind::object ? textMember(signer->toText(), "name") : std::string{};
}

}  // namespace

void ConvertOwnFiles::addTo(jobs::Jobs& jobs) {
    jobs.add("convert-own-files", jobs::Schedule::every(kLookEvery), [this] { runWaiting(); });
}

void ConvertOwnFiles::runSoon() {
    try {
        needs_.jobs.runSoon([this] { runWaiting(); });
    } catch (const AppError&) {
        // The pool is busy now; the job takes it up within a minute.
        needs_.log.info("outgoing.own-file-queued", {});
    }
}

void ConvertOwnFiles::runWaiting() {
    if (isConverting_.test_and_set()) {
        return;
    }
    const ConvertingFlag clear{isConverting_};
    const auto next = [&] {
        const auto now = services_.clock.now();
        return services_.db.write([&](db::Tx& tx) { return needs_.work.ownFiles.take(tx, now - kConverterSilence, now); });
    };
    for (auto own = next(); own; own = next()) {
        try {
            const auto result = convert(*own);
            keep(*own, result);
        } catch (const std::exception& failure) {
            needs_.log.error("outgoing.own-file-failed", {{"file", own->id}, {"reason", failure.what()}});
            const bool isLast = own->attempts >= kMostAttempts;
            own->state = isLast ? OwnFileState::failed : OwnFileState::waiting;
            own->problem = isLast ? "failed" : "";
            keep(*own, {});
        }
    }
}

ConvertOwnFiles::Result ConvertOwnFiles::convert(OwnFile& own) const {
    own.state = OwnFileState::failed;
    if (own.attempts > kMostAttempts) {
        own.problem = "failed";  // it ended the server each time
        return {};
    }
    const auto source = services_.db.read([&](db::Reader& reader) { return services_.files.find(reader, own.sourceFileId); });
    if (!source) {
        own.problem = "failed";
        return {};
    }
    auto converted = converter_.convert(services_.files.contentPath(*source), own.format);
    own.problem = converted.problem;
    if (!own.problem.empty()) {
        return {};
    }
    Result result{services_.files.place(std::string_view{converted.pdf}), std::move(converted.text)};
    services_.db.write([&](db::Tx& tx) {
        needs_.work.ownFiles.step(tx, own.id, OwnFileState::checking, services_.clock.now());
        if (const auto document = needs_.work.documents.findForSystem(tx, own.documentId)) {
            needs_.work.refresh(tx, *document);
        }
    });
    const files::StoredFile placed{{}, {}, std::string{kPdfMedia}, result.pdf->sha256, result.pdf->sizeBytes};
    check(own, services_.files.contentPath(placed), result);
    return result;
}

void ConvertOwnFiles::check(OwnFile& own, const std::filesystem::path& pdf, Result& result) const {
    const auto content = needs_.inspector.inspect(pdf);
    if (content.problem != pdf::PdfProblem::none) {
        own.problem = content.problem == pdf::PdfProblem::truncated ? "damaged" : "too-heavy";
        result.pdf.reset();
        return;
    }
    const auto document =
        services_.db.read([&](db::Reader& reader) { return needs_.work.documents.findForSystem(reader, own.documentId); });
    const auto measures = PdfMeasures::of(pdf);
    own.findings = checkPages(measures.pages, content.words, measures.fonts);
    auto found = findPlaces(content, document ? signerNameOf(document->fields.text) : std::string{});
    std::move(found.findings.begin(), found.findings.end(), std::back_inserter(own.findings));
    own.places = std::move(found.places);
    own.pages = content.pages;
    own.state = OwnFileState::ready;
    if (result.text.empty()) {
        result.text = content.text;
    }
}

void ConvertOwnFiles::keep(OwnFile& own, const Result& result) const {
    services_.db.write([&](db::Tx& tx) {
        const auto document = needs_.work.documents.findForSystem(tx, own.documentId);
        const auto source = services_.files.find(tx, own.sourceFileId);
        if (result.pdf && document) {
            const auto name = source ? pdfNameOf(source->name) : "du-thao.pdf";
            own.pdfFileId = services_.files.record(tx, *result.pdf, name, std::string{kPdfMedia}, refOf(*document)).id;
        }
        needs_.work.ownFiles.finish(tx, own, result.text, services_.clock.now());
        if (document) {
            needs_.work.refresh(tx, *document);
        }
    });
}

}  // namespace congvu::outgoing
