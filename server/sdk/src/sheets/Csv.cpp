// SPDX-License-Identifier: Apache-2.0
#include "congvu/sheets/Csv.h"

#include <algorithm>

namespace congvu::sheets {

CsvReader::CsvReader(std::string_view text) : text_(text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.starts_with(kByteOrderMark)) {
        text_.remove_prefix(kByteOrderMark.size());
    }
    const auto first = text_.substr(0, text_.find('\n'));
    separator_ = std::count(first.begin(), first.end(), ';') > std::count(first.begin(), first.end(), ',') ? ';' : ',';
}

std::optional<CsvLine> CsvReader::next() {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
        line_ += text_[at_] == '\n' ? 1 : 0;
        ++at_;
    }
    if (at_ >= text_.size()) {
        return std::nullopt;
    }
    CsvLine found{line_, {}};
    while (true) {
        found.cells.push_back(cell());
        if (at_ >= text_.size() || text_[at_] != separator_) {
            return found;
        }
        ++at_;
    }
}

std::string CsvReader::cell() {
    std::string value;
    if (at_ >= text_.size() || text_[at_] != '"') {
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
            value += text_[at_++];
        }
        return value;
    }
    ++at_;
    while (at_ < text_.size()) {
        const char character = text_[at_++];
        if (character == '"' && (at_ >= text_.size() || text_[at_] != '"')) {
            // What stands between the closing quote and the separator is no part of the cell.
            while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
                ++at_;
            }
            return value;
        }
        at_ += character == '"' ? 1 : 0;
        line_ += character == '\n' ? 1 : 0;
        value += character;
    }
    isCutOff_ = true;
    return value;
}

std::string csvCell(std::string_view text) {
    std::string plain{text};
    if (!plain.empty() && std::string_view{"=+-@\t\r"}.find(plain.front()) != std::string_view::npos) {
        plain.insert(plain.begin(), '\'');
    }
    if (plain.find_first_of(",;\"\r\n") == std::string::npos) {
        return plain;
    }
    std::string quoted = "\"";
    for (const char character : plain) {
        quoted += character == '"' ? "\"\"" : std::string{character};
    }
    return quoted + '"';
}

}  // namespace congvu::sheets
