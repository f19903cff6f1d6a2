// SPDX-License-Identifier: Apache-2.0
#include "BodyMarkup.h"

#include <algorithm>
#include <string_view>

namespace congvu::templates {

namespace {

constexpr std::string_view kArticle = "Điều ";
/// A line longer than this is text and not a title, whatever its end (in bytes of UTF-8).
constexpr std::size_t kLongestTitleBytes = 200;

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> splitLines(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.emplace_back(trimmed(std::string_view(text).substr(start, end - start)));
        start = end + 1;
    }
    return lines;
}

bool isTableLine(const std::string& line) {
    return line.size() >= 2 && line.front() == '|';
}

/// The cells of "| a | b |", split at bars that are not escaped.
std::vector<std::string> splitCells(const std::string& line) {
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t at = 1; at < line.size(); ++at) {
        if (line[at] == '\\' && at + 1 < line.size()) {
            cell += line[at];
            cell += line[++at];
        } else if (line[at] == '|') {
            cells.emplace_back(trimmed(cell));
            cell.clear();
        } else {
            cell += line[at];
        }
    }
    if (!trimmed(cell).empty()) {
        cells.emplace_back(trimmed(cell));
    }
    return cells;
}

bool isAlignmentRow(const std::vector<std::string>& cells) {
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return cell.size() >= 3 && cell.find_first_not_of(":-") == std::string::npos;
    });
}

TextAlign alignOf(const std::string& mark) {
    if (mark.back() == ':') {
        return mark.front() == ':' ? TextAlign::centre : TextAlign::right;
    }
    return TextAlign::left;
}

void addRow(BodyTable& table, const std::string& line) {
    const std::vector<std::string> cells = splitCells(line);
    if (table.rows.size() == 1 && !table.hasHeader && isAlignmentRow(cells)) {
        table.hasHeader = true;
        std::transform(cells.begin(), cells.end(), std::back_inserter(table.aligns), alignOf);
        return;
    }
    std::vector<TextRuns>& row = table.rows.emplace_back();
    std::transform(cells.begin(), cells.end(), std::back_inserter(row), parseInline);
}

/// The length of "Điều 12." at the start of the line, with its full stop; 0 when it is no article.
std::size_t articleLabelLength(const std::string& line) {
    if (line.compare(0, kArticle.size(), kArticle) != 0) {
        return 0;
    }
    const std::size_t digitsEnd = line.find_first_not_of("0123456789", kArticle.size());
    const bool numbered = digitsEnd != std::string::npos && digitsEnd > kArticle.size() && digitsEnd - kArticle.size() <= 4;
    return numbered && (line[digitsEnd] == '.' || line[digitsEnd] == ':') ? digitsEnd + 1 : 0;
}

BodyBlock articleBlock(const std::string& line, std::size_t labelLength) {
    const std::string title = line.substr(labelLength);
    const bool isTitle =
        line.size() <= kLongestTitleBytes && !title.empty() && std::string_view(".;:,!?/*").find(title.back()) == std::string_view::npos;
    BodyBlock block;
    if (isTitle) {
        block.kind = BlockKind::articleTitle;
        block.runs = {{line, true, false}};
        return block;
    }
    block.runs = {{line.substr(0, labelLength), true, false}};
    for (TextRun& run : parseInline(title)) {
        block.runs.push_back(std::move(run));
    }
    return block;
}

BodyBlock textBlock(const std::string& line) {
    BodyBlock block;
    if (line.size() > 2 && line.compare(0, 2, "# ") == 0) {
        block.kind = BlockKind::heading;
        block.runs = parseInline(line.substr(2));
        for (TextRun& run : block.runs) {
            run.bold = true;
        }
        return block;
    }
    if (const std::size_t labelLength = articleLabelLength(line); labelLength > 0) {
        return articleBlock(line, labelLength);
    }
    block.runs = parseInline(line);
    return block;
}

}  // namespace

std::vector<BodyBlock> parseBody(const std::string& text) {
    std::vector<BodyBlock> blocks;
    bool inTable = false;
    for (const std::string& line : splitLines(text)) {
        const bool tableLine = isTableLine(line);
        if (tableLine) {
            if (!inTable) {
                blocks.emplace_back().kind = BlockKind::table;
            }
            addRow(blocks.back().table, line);
        } else if (!line.empty()) {
            blocks.push_back(textBlock(line));
        }
        inTable = tableLine;
    }
    return blocks;
}

std::size_t widestTable(const std::string& text) {
    std::size_t widest = 0;
    for (const std::string& line : splitLines(text)) {
        if (isTableLine(line)) {
            widest = std::max(widest, splitCells(line).size());
        }
    }
    return widest;
}

}  // namespace congvu::templates
