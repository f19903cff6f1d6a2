// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/sheets/Sheet.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::sheets {

enum class SheetFormat { pdf, xlsx, csv };
std::optional<SheetFormat> sheetFormatFrom(std::string_view name);
std::string_view mediaTypeOf(SheetFormat format);
std::string_view endingOf(SheetFormat format);

/// UTF-8 with byte order mark, so that spreadsheets show the accents; headings and rows only.
std::string csvOf(const Sheet& sheet);
/// Title, table with filter and frozen head. Written to a file in `folder` first. Every cell is a text, never a formula.
std::string xlsxOf(const Sheet& sheet, const std::filesystem::path& folder);
/// A4 in the layout of Decree 30/2020, App. I: margins 20 mm above, below, 30 mm left, 15 mm right, Times; the table's head is repeated on
/// every page, pages after the first are numbered. Any number of rows.
std::string pdfOf(const Sheet& sheet);

std::string renderSheet(const Sheet& sheet, SheetFormat format, const std::filesystem::path& folder);

}  // namespace congvu::sheets
