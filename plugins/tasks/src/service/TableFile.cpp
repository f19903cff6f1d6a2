// SPDX-License-Identifier: Apache-2.0
#include "service/TableFile.h"

#include "congvu/error/AppError.h"
#include "congvu/sheets/Csv.h"
#include "congvu/text/Text.h"
#include "service/XlsxPackage.h"

namespace congvu::tasks {

namespace {

constexpr std::string_view kZipStart{"PK\x03\x04", 4};

std::vector<TableLine> readCsvLines(std::string_view text) {
    if (!text::isClean(text.substr(0, text.find('\r')))) {
        throw AppError::invalidField("/file", "tasks.import-not-a-table");
    }
    sheets::CsvReader reader{text};
    std::vector<TableLine> lines;
    while (auto line = reader.next()) {
        if (lines.size() == kMostTableLines || line->cells.size() > kMostTableColumns) {
            throw AppError::invalidField("/file", "tasks.import-too-large");
        }
        lines.push_back({line->line, std::move(line->cells), {}});
    }
    if (reader.isCutOff()) {
        throw AppError::invalidField("/file", "tasks.import-open-quote");
    }
    return lines;
}

}  // namespace

std::vector<TableLine> readTableFile(std::string_view bytes) {
    if (bytes.size() > kMostTableBytes) {
        throw AppError::invalidField("/file", "tasks.import-too-large");
    }
    return bytes.substr(0, kZipStart.size()) == kZipStart ? XlsxPackage{bytes}.firstSheet() : readCsvLines(bytes);
}

}  // namespace congvu::tasks
