// SPDX-License-Identifier: Apache-2.0
#include "pdf/PopplerInspector.h"

#include "congvu/process/LimitedProcess.h"
#include "pdf/BoundingBoxReader.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string_view>

namespace congvu::host {

namespace {

constexpr int kMaximumPages = 2'000;
constexpr int kPagesWithWords = 20;
constexpr std::streamoff kHeaderBytes = 1024;  // ISO 32000-2 Annex I: readers accept the header within these
constexpr std::streamoff kTrailerBytes = 4096;

std::string readBytes(std::ifstream& in, std::streamoff from, std::streamoff count) {
    std::string bytes(static_cast<std::size_t>(count), '\0');
    in.clear();
    in.seekg(from);
    in.read(bytes.data(), count);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// What can be seen without parsing anything.
pdf::PdfProblem firstLook(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const auto size = in ? static_cast<std::streamoff>(in.tellg()) : 0;
    if (size <= 0) {
        return pdf::PdfProblem::empty;
    }
    if (readBytes(in, 0, kHeaderBytes).find("%PDF-") == std::string::npos) {
        return pdf::PdfProblem::notPdf;
    }
    const auto end = readBytes(in, std::max<std::streamoff>(0, size - kTrailerBytes), kTrailerBytes);
    return end.find("%%EOF") == std::string::npos ? pdf::PdfProblem::truncated : pdf::PdfProblem::none;
}

/// The value behind "Name:" of pdfinfo's lines.
std::string_view fact(std::string_view output, std::string_view name) {
    const auto at = output.starts_with(name) ? 0 : output.find('\n' + std::string{name});
    if (at == std::string_view::npos) {
        return {};
    }
    auto line = output.substr(at == 0 ? 0 : at + 1);
    line = line.substr(name.size(), std::min(line.find('\n'), line.size()) - name.size());
    return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

/// Poppler stops at a page tree that contains itself and gives out the pages that it has counted until then.
bool wentRoundInThePages(const process::ProcessResult& result) {
    return result.errors.find("Loop in Pages tree") != std::string::npos;
}

template <class Number>
Number numberAt(std::string_view text) {
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "595.28 x 841.89 pts (A4)"
void readPageSize(std::string_view text, pdf::PdfContent& content) {
    const auto by = text.find(" x ");
    if (by != std::string_view::npos) {
        content.pageWidth = numberAt<double>(text);
        content.pageHeight = numberAt<double>(text.substr(by + 3));
    }
}

}  // namespace

pdf::PdfContent PopplerInspector::inspect(const std::filesystem::path& file) {
    pdf::PdfContent content;
    content.problem = firstLook(file);
    if (content.problem != pdf::PdfProblem::none) {
        return content;
    }
    free_.acquire();
    try {
        content.problem = readFacts(file, content);
        if (content.problem == pdf::PdfProblem::none) {
            content.problem = readWords(file, content);
        }
    } catch (...) {
        free_.release();
        throw;
    }
    free_.release();
    return content;
}

pdf::PdfProblem PopplerInspector::readFacts(const std::filesystem::path& file, pdf::PdfContent& content) {
    const auto result = process::runLimited({"/usr/bin/pdfinfo", std::filesystem::absolute(file).string()}, {});
    if (result.end == process::ProcessEnd::notStarted) {
        log_.error("pdf.tool-missing", {{"program", "pdfinfo"}});
        throw AppError(ErrorKind::unavailable, "unavailable");
    }
    if (result.end == process::ProcessEnd::hitLimit) {
        return pdf::PdfProblem::tooLargeInside;
    }
    if (result.errors.find("Incorrect password") != std::string::npos || fact(result.output, "Encrypted:").starts_with("yes")) {
        return pdf::PdfProblem::encrypted;  // also one that opens without a password: it could not be signed
    }
    content.pages = numberAt<int>(fact(result.output, "Pages:"));
    if (result.exitCode != 0 || content.pages < 1) {
        return pdf::PdfProblem::truncated;
    }
    if (wentRoundInThePages(result)) {
        return pdf::PdfProblem::endlessPages;
    }
    readPageSize(fact(result.output, "Page size:"), content);
    return content.pages > kMaximumPages ? pdf::PdfProblem::tooManyPages : pdf::PdfProblem::none;
}

pdf::PdfProblem PopplerInspector::readWords(const std::filesystem::path& file, pdf::PdfContent& content) {
    const auto result = process::runLimited({"/usr/bin/pdftotext", "-bbox-layout", "-l", std::to_string(kPagesWithWords), "-enc", "UTF-8",
                                             std::filesystem::absolute(file).string(), "-"},
                                            {});
    if (result.end == process::ProcessEnd::notStarted) {
        log_.error("pdf.tool-missing", {{"program", "pdftotext"}});
        throw AppError(ErrorKind::unavailable, "unavailable");
    }
    if (result.end == process::ProcessEnd::hitLimit) {
        return pdf::PdfProblem::tooLargeInside;
    }
    if (result.exitCode != 0) {
        return pdf::PdfProblem::truncated;
    }
    if (wentRoundInThePages(result)) {
        return pdf::PdfProblem::endlessPages;
    }
    readBoundingBoxes(result.output, content);
    return pdf::PdfProblem::none;
}

}  // namespace congvu::host
