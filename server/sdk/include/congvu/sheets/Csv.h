// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::sheets {

struct CsvLine {
    std::int64_t line = 0;  ///< where it begins in the file, from 1
    std::vector<std::string> cells;
};

/// Reads lines of CSV (RFC 4180): quoted cells may hold separators, doubled quotes and line breaks. The separator is the one that the
/// first line has more of, comma or semicolon. Empty lines are left out.
class CsvReader {
public:
    explicit CsvReader(std::string_view text);
    /// Nothing at the end.
    std::optional<CsvLine> next();
    /// True when a quoted cell was still open at the end of the text.
    [[nodiscard]] bool isCutOff() const { return isCutOff_; }

private:
    std::string cell();

    std::string_view text_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    char separator_ = ',';
    bool isCutOff_ = false;
};

/// One cell as CSV writes it. A text that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csvCell(std::string_view text);

}  // namespace congvu::sheets
