// SPDX-License-Identifier: Apache-2.0
#include "service/PrintDocuments.h"

#include "domain/Links.h"
#include "domain/ProcessingSlip.h"
#include "service/StampDrawing.h"

#include "congvu/error/AppError.h"
#include "congvu/process/LimitedProcess.h"

#include <chrono>
#include <fstream>
#include <iterator>

namespace congvu::incoming {

namespace {

constexpr int kMostEntries = 5'000;
constexpr double kPointsOfMillimetre = 72.0 / 25.4;
constexpr double kPageMargin = 5;  ///< a stamp keeps this distance from the edges, millimetres

/// A folder that is gone afterwards.
class StampFolder {
public:
    explicit StampFolder(const std::filesystem::path& parent) : path_(parent / newId()) { std::filesystem::create_directories(path_); }
    StampFolder(const StampFolder&) = delete;
    StampFolder& operator=(const StampFolder&) = delete;
    ~StampFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::filesystem::path file(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// Lays the stamp's page over the first page of the file, in a child process: the file is hostile.
std::string overlaid(const std::filesystem::path& file, const std::string& stamp, const std::filesystem::path& parent) {
    const StampFolder folder{parent};
    const auto stampFile = folder.file("stamp.pdf");
    const auto out = folder.file("out.pdf");
    std::ofstream{stampFile, std::ios::binary} << stamp;
    process::ProcessLimits limits;
    limits.cpuTime = std::chrono::seconds{20};
    limits.wallTime = std::chrono::seconds{30};
    limits.addressSpace = std::size_t{1} << 30U;
    limits.writtenFile = std::size_t{600} << 20U;
    constexpr int kWithWarnings = 3;  // qpdf wrote the file all the same
    const auto result = process::runLimited({"/usr/bin/qpdf", file, "--overlay", stampFile, "--to=1", "--", out}, limits);
    const bool isWritten = result.end == process::ProcessEnd::exited && (result.exitCode == 0 || result.exitCode == kWithWarnings);
    if (!isWritten) {
        throw AppError(ErrorKind::unavailable, "incoming.cannot-stamp");
    }
    std::ifstream in{out, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

StampPlace placeOn(const StampWish& wish, double width, double height) {
    constexpr double kLeftMargin = 30;  // Decree 30/2020, App. I: the text's margins
    constexpr double kRightMargin = 15;
    constexpr double kBelowSymbol = 52;  // under the fourth line of the head
    StampPlace place{wish.isRight ? width - kRightMargin - kStampWidth : kLeftMargin, kBelowSymbol};
    place = wish.place.value_or(place);
    std::vector<FieldError> errors;
    const auto check = [&](double value, double most, const char* pointer) {
        if (!(value >= kPageMargin && value <= most)) {
            errors.push_back({pointer, "incoming.stamp-off-page", {{"max", std::to_string(static_cast<int>(most))}}});
        }
    };
    check(place.x, width - kStampWidth - kPageMargin, "/x");
    check(place.y, height - kStampHeight - kPageMargin, "/y");
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
    return place;
}

sheets::Sheet reportSheet(const SourceReport& report, Date first, Date last, const PrintHead& head) {
    sheets::Sheet sheet;
    sheet.fileName = "van-ban-den-theo-nguon-" + report.from + '-' + report.to;
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.title = {"THỐNG KÊ VĂN BẢN ĐẾN THEO NGUỒN", "Từ ngày " + first.toDisplay() + " đến ngày " + last.toDisplay()};
    sheet.columns = {{"Khối, cơ quan ban hành", 4}, {"Số văn bản", 1, sheets::CellAlign::right}};
    for (const auto& group : report.groups) {
        const auto name = group.name.empty() ? std::string{"Chưa phân loại"} : group.name;
        sheet.rows.push_back({{name, std::to_string(group.documents)}, true});
        for (const auto& issuer : group.issuers) {
            sheet.rows.push_back({{issuer.issuerName, std::to_string(issuer.documents)}});
        }
    }
    sheet.rows.push_back({{"Tổng số", std::to_string(report.documents)}, true});
    return sheet;
}

}  // namespace

PrintHead PrintDocuments::headOf(const http::Caller& caller) const {
    PrintHead head;
    head.today = needs_.clock.today();
    if (const auto agency = needs_.directory.unit(caller.agencyId)) {
        head.superior = agency->parentAgencyName;
        head.issuer = agency->name;
        head.place = agency->place;
    }
    return head;
}

PrintedFile PrintDocuments::print(const sheets::Sheet& sheet, sheets::SheetFormat format) const {
    return {sheets::renderSheet(sheet, format, needs_.folder), std::string{sheets::mediaTypeOf(format)},
            sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

PrintedFile PrintDocuments::registerOf(const http::Caller& caller, std::string_view code, RegisterForm form, Date first, Date last,
                                       sheets::SheetFormat format) const {
    if (last < first || first.year() != last.year()) {
        throw AppError::invalidField("/to", "incoming.one-year");
    }
    PrintPeriod period{std::string{code}, {}, first.year(), first, last};
    const auto entries = needs_.db.read([&](db::Reader& reader) {
        period.registerName = needs_.books.require(reader, caller, code).name;
        return prints_.entries(reader, caller.agencyId, period, kMostEntries + 1);
    });
    if (entries.size() > static_cast<std::size_t>(kMostEntries)) {
        throw AppError::invalidField("/to", "incoming.print-too-long", {{"most", std::to_string(kMostEntries)}});
    }
    const auto head = headOf(caller);
    return print(form == RegisterForm::arrival ? arrivalSheet(period, entries, head) : trackingSheet(period, entries, head), format);
}

PrintedFile PrintDocuments::processingSlip(const http::Caller& caller, std::string_view documentId) const {
    const auto sheet = needs_.db.read([&](db::Reader& reader) {
        const auto document = needs_.changes.require(reader, caller, documentId);
        return incoming::processingSlip(document, directions_.ofDocument(reader, document.id), transfers_.ofDocument(reader, document.id),
                                        headOf(caller));
    });
    return print(sheet, sheets::SheetFormat::pdf);
}

StampText PrintDocuments::stampText(const http::Caller& caller, const IncomingDocument& document,
                                    const std::vector<Direction>& directions) const {
    StampText text;
    text.agency = headOf(caller).issuer;
    text.number = arrivalNumberText(document.arrivalNumber);
    text.day = document.arrivedOn.toDisplay();
    text.passedTo = document.submittedToName;
    for (const auto& direction : directions) {
        if (direction.id == document.directionId && !direction.assignments.empty()) {
            text.passedTo = direction.assignments.front().name;
        }
    }
    return text;
}

PrintedFile PrintDocuments::stampedCopy(const http::Caller& caller, std::string_view documentId, const StampWish& wish) const {
    std::optional<DocumentFile> file;
    IncomingDocument document;
    const auto text = needs_.db.read([&](db::Reader& reader) {
        document = needs_.changes.require(reader, caller, documentId);
        auto files = fileRows_.ofOwner(reader, "document", document.id);
        if (!files.empty() && files.front().stored.mediaType == kPdfMediaType) {
            file = std::move(files.front());
        }
        return stampText(caller, document, directions_.ofDocument(reader, document.id));
    });
    if (!file) {
        throw AppError(ErrorKind::conflict, "incoming.no-file");
    }
    const auto path = needs_.files.contentPath(file->stored);
    const auto content = needs_.pdf.inspect(path);
    if (content.pageWidth <= 0 || content.pageHeight <= 0) {
        throw AppError(ErrorKind::unavailable, "incoming.cannot-stamp");
    }
    const auto place = placeOn(wish, content.pageWidth / kPointsOfMillimetre, content.pageHeight / kPointsOfMillimetre);
    auto bytes = overlaid(path, stampPage(text, place, content.pageWidth, content.pageHeight), needs_.folder);
    needs_.db.write([&](db::Tx& tx) { needs_.history.audit(tx, caller, documentRef(document.id), "stamped"); });
    return {std::move(bytes), std::string{kPdfMediaType},
            "van-ban-den-" + std::to_string(document.arrivedOn.year()) + '-' + std::to_string(document.arrivalNumber) + ".pdf"};
}

PrintedFile PrintDocuments::sourceReport(const http::Caller& caller, Date first, Date last, sheets::SheetFormat format) const {
    return print(reportSheet(needs_.senders.report(caller, first, last), first, last, headOf(caller)), format);
}

}  // namespace congvu::incoming
