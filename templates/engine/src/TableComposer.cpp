// SPDX-License-Identifier: Apache-2.0
#include "Composition.h"

#include <cairo.h>
#include <glib.h>

#include <algorithm>

namespace congvu::templates {

namespace {

constexpr double kCellPaddingX = 4;
constexpr double kCellPaddingY = 2.5;
constexpr double kBorderThickness = 0.5;
/// Average width of a letter of Liberation Serif, as a part of the font size.
constexpr double kAverageLetter = 0.5;
constexpr double kMostLettersThatCount = 60;
constexpr double kLongestWordThatCounts = 12;

using Cell = std::shared_ptr<const Typeset>;

/// Some lines of one row: for each cell, the lines [first, last).
struct RowPart {
    struct Lines {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    std::vector<Lines> cells;
    double height = 0;
};

double lettersOf(const TextRuns& runs) {
    glong letters = 0;
    for (const TextRun& run : runs) {
        letters += g_utf8_strlen(run.text.data(), static_cast<gssize>(run.text.size()));
    }
    return static_cast<double>(letters);
}

double longestWordOf(const TextRuns& runs) {
    glong longest = 0;
    glong current = 0;
    for (const TextRun& run : runs) {
        for (const char* at = run.text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
            current = *at == ' ' ? 0 : current + 1;
            longest = std::max(longest, current);
        }
    }
    return static_cast<double>(longest);
}

/// What a column needs at least (its longest word) and would like (its longest text on one line).
struct ColumnNeed {
    double least = 0;
    double wish = 0;
};

std::vector<ColumnNeed> columnNeeds(const BodyTable& table, std::size_t columns, double size) {
    const auto widthOf = [size](double letters) { return 2 * kCellPaddingX + (letters + 1) * size * kAverageLetter; };
    std::vector<ColumnNeed> needs(columns, {widthOf(1), widthOf(1)});
    for (const auto& row : table.rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            const double word = std::min(longestWordOf(row[column]), kLongestWordThatCounts);
            const double text = std::min(lettersOf(row[column]), kMostLettersThatCount);
            needs[column].least = std::max(needs[column].least, widthOf(word));
            needs[column].wish = std::max(needs[column].wish, widthOf(text));
        }
    }
    return needs;
}

/// Shares the width out: as wished when there is room for all, otherwise each column gets what it
/// needs at least and of the rest a share by its wish.
std::vector<double> columnWidths(const BodyTable& table, std::size_t columns, double size, double width) {
    const std::vector<ColumnNeed> needs = columnNeeds(table, columns, size);
    double least = 0;
    double wish = 0;
    for (const ColumnNeed& need : needs) {
        least += need.least;
        wish += need.wish;
    }
    std::vector<double> widths;
    for (const ColumnNeed& need : needs) {
        if (wish <= width) {
            widths.push_back(need.wish * width / wish);
        } else if (least < width) {
            widths.push_back(need.least + (width - least) * (need.wish - need.least) / (wish - least));
        } else {
            widths.push_back(need.least * width / least);
        }
    }
    return widths;
}

/// Takes the next lines of every cell that fit into the height, at least one line of each.
RowPart nextPart(const std::vector<Cell>& cells, const RowPart& before, double maximumHeight) {
    RowPart part;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        RowPart::Lines lines{before.cells[index].last, before.cells[index].last};
        double height = 2 * kCellPaddingY;
        const auto& all = cells[index]->lines();
        while (lines.last < all.size()) {
            const double next = height + all[lines.last].height;
            if (next > maximumHeight && lines.last > lines.first) {
                break;
            }
            height = next;
            ++lines.last;
        }
        part.cells.push_back(lines);
        part.height = std::max(part.height, height);
    }
    return part;
}

bool isDone(const std::vector<Cell>& cells, const RowPart& part) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
        if (part.cells[index].last < cells[index]->lines().size()) {
            return false;
        }
    }
    return true;
}

void drawPart(cairo_t* context, const std::vector<Cell>& cells, const std::vector<double>& widths, const RowPart& part, double x,
              double y) {
    cairo_set_line_width(context, kBorderThickness);
    for (std::size_t index = 0; index < cells.size(); ++index) {
        cairo_rectangle(context, x, y, widths[index], part.height);
        cairo_stroke(context);
        double lineY = y + kCellPaddingY;
        for (std::size_t line = part.cells[index].first; line < part.cells[index].last; ++line) {
            cells[index]->drawLine(context, line, x + kCellPaddingX, lineY);
            lineY += cells[index]->lines()[line].height;
        }
        x += widths[index];
    }
}

/// Makes the boxes of one table.
class TableComposer {
public:
    TableComposer(Composition& composition, const BodyTable& table, double size)
        : composition_(composition), table_(table), size_(size), block_(composition.nextBlock()) {
        std::size_t columns = 1;
        for (const auto& row : table.rows) {
            columns = std::max(columns, row.size());
        }
        widths_ = columnWidths(table, columns, size, composition.contentWidth);
    }

    void add(double spaceBefore) {
        std::shared_ptr<const FlowBox> header;
        double room = composition_.contentHeight;
        for (std::size_t index = 0; index < table_.rows.size(); ++index) {
            const bool isHeader = index == 0 && table_.hasHeader;
            const std::vector<Cell> cells = setRow(index, isHeader);
            std::vector<FlowBox> parts = boxesOf(cells, room);
            if (index == 0) {
                parts.front().spaceBefore = spaceBefore;
            }
            if (isHeader && parts.size() == 1 && parts.front().height < composition_.contentHeight / 3) {
                header = std::make_shared<const FlowBox>(parts.front());
                room -= header->height;
            } else {
                for (FlowBox& part : parts) {
                    part.repeatedHeader = header;
                }
            }
            // The header stays with the first row.
            parts.front().mayBreakBefore = !(index == 1 && table_.hasHeader);
            std::move(parts.begin(), parts.end(), std::back_inserter(composition_.boxes));
        }
    }

private:
    std::vector<Cell> setRow(std::size_t index, bool isHeader) const {
        std::vector<Cell> cells;
        for (std::size_t column = 0; column < widths_.size(); ++column) {
            const bool present = column < table_.rows[index].size();
            TextStyle style;
            style.size = size_;
            style.bold = isHeader;
            style.align = isHeader ? TextAlign::centre : alignOf(column);
            cells.push_back(
                composition_.typesetter.set(present ? table_.rows[index][column] : TextRuns{}, style, widths_[column] - 2 * kCellPaddingX));
        }
        return cells;
    }

    TextAlign alignOf(std::size_t column) const { return column < table_.aligns.size() ? table_.aligns[column] : TextAlign::left; }

    std::vector<FlowBox> boxesOf(const std::vector<Cell>& cells, double room) const {
        std::vector<FlowBox> boxes;
        RowPart part;
        part.cells.resize(cells.size());
        do {
            part = nextPart(cells, part, room);
            FlowBox box;
            box.tag = "Table";
            box.block = block_;
            box.height = part.height;
            box.draw = [cells, part, widths = widths_](Canvas& canvas, double x, double y) {
                drawPart(canvas.context, cells, widths, part, x, y);
            };
            boxes.push_back(std::move(box));
        } while (!isDone(cells, part));
        return boxes;
    }

    Composition& composition_;
    const BodyTable& table_;
    double size_;
    int block_;
    std::vector<double> widths_;
};

}  // namespace

void addTable(Composition& composition, const BodyTable& table, double size, double spaceBefore) {
    TableComposer(composition, table, size).add(spaceBefore);
}

}  // namespace congvu::templates
