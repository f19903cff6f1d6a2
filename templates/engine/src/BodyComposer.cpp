// SPDX-License-Identifier: Apache-2.0
#include "Composition.h"

#include <algorithm>

namespace congvu::templates {

namespace {

bool endsWith(const std::string& text, const std::string& end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// Puts the end mark after the last word, in place of its full stop. Decree 30/2020, App. I shows
/// "./." at the end of the text.
void addEndMark(std::vector<BodyBlock>& blocks, const std::string& endMark) {
    if (endMark.empty() || blocks.empty() || blocks.back().runs.empty()) {
        return;
    }
    std::string& text = blocks.back().runs.back().text;
    if (endsWith(text, endMark)) {
        return;
    }
    if (endsWith(text, ".")) {
        text.pop_back();
    }
    text += endMark;
}

void addBlock(Composition& composition, const BodyBlock& block, const TextStyle& bodyStyle) {
    TextStyle style = bodyStyle;
    const bool isHeading = block.kind == BlockKind::heading;
    const bool isTitle = isHeading || block.kind == BlockKind::articleTitle;
    if (isHeading) {
        style.align = TextAlign::centre;
        style.firstLineIndentMm = 0;
        style.spaceBeforePt = std::max(style.spaceBeforePt, 12.0);
    }
    addParagraph(composition, composition.typesetter.set(block.runs, style, composition.contentWidth), style, isTitle ? "H2" : "P",
                 isTitle ? KeepWithNext::yes : KeepWithNext::no);
}

}  // namespace

void addText(Composition& composition, const std::string& text, const BodyComponent& style) {
    std::vector<BodyBlock> blocks = parseBody(text);
    addEndMark(blocks, style.endMark);
    for (const BodyBlock& block : blocks) {
        if (block.kind == BlockKind::table) {
            addTable(composition, block.table, style.tableSize, style.style.spaceBeforePt);
        } else {
            addBlock(composition, block, style.style);
        }
    }
}

void compose(Composition& composition, const BodyComponent& body) {
    addText(composition, composition.values.text(body.field), body);
}

}  // namespace congvu::templates
