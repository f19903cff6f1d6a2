// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FormLayout.h"

#include <cstddef>
#include <string>
#include <vector>

/// The markup of a document's body. One line is one paragraph; empty lines are ignored.
///
///     **bold** and *italic*    \* is an asterisk; a mark without its partner on the line is printed
///     Điều 3. Title            heading: bold as a whole when it is a title (no full stop at its end),
///                              otherwise only "Điều 3." is bold and the text follows
///     # Chương I               centred bold heading
///     | a | b |                a row of a table; a second line |:---|:-:|---:| makes the first the
///                              header and sets the alignment of the columns; \| is a bar
///
/// Numbered items ("1.", "a)", "-") are paragraphs with the first-line indent, as Vietnamese
/// documents set them. Any input is accepted; the work is linear in its length.
namespace congvu::templates {

/// A piece of text in one style.
struct TextRun {
    std::string text;
    bool bold = false;
    bool italic = false;
};

using TextRuns = std::vector<TextRun>;

struct BodyTable {
    std::vector<std::vector<TextRuns>> rows;
    std::vector<TextAlign> aligns;
    bool hasHeader = false;
};

enum class BlockKind { paragraph, articleTitle, heading, table };

struct BodyBlock {
    BlockKind kind = BlockKind::paragraph;
    TextRuns runs;
    BodyTable table;
};

std::vector<BodyBlock> parseBody(const std::string& text);

/// The inline marks of one line.
TextRuns parseInline(const std::string& line);

/// The number of columns of the widest table row in the text; 0 without tables.
std::size_t widestTable(const std::string& text);

}  // namespace congvu::templates
