// SPDX-License-Identifier: Apache-2.0
#include "congvu/sheets/SheetFiles.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "congvu/sheets/Csv.h"

#include <xlsxwriter.h>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

namespace congvu::sheets {

namespace {

struct FormatFacts {
    SheetFormat format;
    std::string_view ending;
    std::string_view mediaType;
};

constexpr std::array<FormatFacts, 3> kFormats{
    {{SheetFormat::pdf, "pdf", "application/pdf"},
     {SheetFormat::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
     {SheetFormat::csv, "csv", "text/csv; charset=utf-8"}}};

const FormatFacts& factsOf(SheetFormat format) {
    return kFormats.at(static_cast<std::size_t>(format));
}

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        line += column == 0 ? "" : ",";
        line += csvCell(cells[column]);
    }
    return line + "\r\n";
}

/// A workbook file that is gone afterwards.
class TemporaryWorkbook {
public:
    explicit TemporaryWorkbook(const std::filesystem::path& folder) : path_(folder / (newId() + ".xlsx")) {
        std::filesystem::create_directories(folder);
        book_ = workbook_new(path_.c_str());
    }
    TemporaryWorkbook(const TemporaryWorkbook&) = delete;
    TemporaryWorkbook& operator=(const TemporaryWorkbook&) = delete;
    ~TemporaryWorkbook() {
        if (book_ != nullptr) {
            workbook_close(book_);
        }
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    [[nodiscard]] lxw_workbook* book() { return book_; }
    std::string close() {
        if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) {
            throw AppError(ErrorKind::unavailable, "sheets.cannot-write");
        }
        std::ifstream in(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

private:
    std::filesystem::path path_;
    lxw_workbook* book_ = nullptr;
};

void writeRow(lxw_worksheet* page, lxw_row_t row, const std::vector<std::string>& cells, lxw_format* format) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
        worksheet_write_string(page, row, static_cast<lxw_col_t>(column), cells[column].c_str(), format);
    }
}

}  // namespace

std::optional<SheetFormat> sheetFormatFrom(std::string_view name) {
    for (const auto& facts : kFormats) {
        if (facts.ending == name) {
            return facts.format;
        }
    }
    return std::nullopt;
}

std::string_view mediaTypeOf(SheetFormat format) {
    return factsOf(format).mediaType;
}

std::string_view endingOf(SheetFormat format) {
    return factsOf(format).ending;
}

std::string csvOf(const Sheet& sheet) {
    std::vector<std::string> titles;
    for (const auto& column : sheet.columns) {
        titles.push_back(column.title);
    }
    std::string text = "\xEF\xBB\xBF" + csvLine(titles);
    for (const auto& row : sheet.rows) {
        text += csvLine(row.cells);
    }
    return text;
}

std::string xlsxOf(const Sheet& sheet, const std::filesystem::path& folder) {
    TemporaryWorkbook workbook{folder};
    if (workbook.book() == nullptr) {
        throw AppError(ErrorKind::unavailable, "sheets.cannot-write");
    }
    auto* page = workbook_add_worksheet(workbook.book(), nullptr);
    auto* bold = workbook_add_format(workbook.book());
    format_set_bold(bold);
    auto* head = workbook_add_format(workbook.book());
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_border(head, LXW_BORDER_THIN);
    auto* plain = workbook_add_format(workbook.book());
    format_set_text_wrap(plain);
    format_set_align(plain, LXW_ALIGN_VERTICAL_TOP);
    lxw_row_t row = 0;
    for (const auto& line : sheet.title) {
        worksheet_write_string(page, row++, 0, line.c_str(), bold);
    }
    std::vector<std::string> titles;
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        titles.push_back(sheet.columns[column].title);
        constexpr double kCharactersOfOneShare = 16;
        const auto number = static_cast<lxw_col_t>(column);
        worksheet_set_column(page, number, number, sheet.columns[column].share * kCharactersOfOneShare, nullptr);
    }
    writeRow(page, row, titles, head);
    worksheet_freeze_panes(page, row + 1, 0);
    for (const auto& one : sheet.rows) {
        writeRow(page, ++row, one.cells, one.isHeading ? bold : plain);
    }
    for (const auto& line : sheet.after) {
        worksheet_write_string(page, ++row, 0, line.c_str(), nullptr);
    }
    return workbook.close();
}

std::string renderSheet(const Sheet& sheet, SheetFormat format, const std::filesystem::path& folder) {
    switch (format) {
        case SheetFormat::pdf:
            return pdfOf(sheet);
        case SheetFormat::xlsx:
            return xlsxOf(sheet, folder);
        case SheetFormat::csv:
            break;
    }
    return csvOf(sheet);
}

}  // namespace congvu::sheets
