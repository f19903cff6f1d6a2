// SPDX-License-Identifier: Apache-2.0
#include "ComposedLine.h"
#include "Composition.h"
#include "Units.h"

#include <cairo.h>

#include <algorithm>

namespace congvu::templates {

namespace {

constexpr double kLineThickness = 0.75;
/// Between the line above the contact and its first line.
constexpr double kContactGap = 3;

/// Adds "Kính gửi: <the only addressee>" in the middle of the page.
void addOneAddressee(Composition& composition, const AddresseesComponent& component, const std::string& name) {
    TextStyle style;
    style.size = component.size;
    style.spaceBeforePt = component.spaceBeforePt;
    style.spaceAfterPt = component.spaceAfterPt;
    const TextRuns runs{{component.label + " " + name, false, false}};
    addParagraph(composition, composition.typesetter.set(runs, style, composition.contentWidth), style);
}

/// Adds "Kính gửi:" and the addressees one below the other, each after a dash.
void addManyAddressees(Composition& composition, const AddresseesComponent& component, const std::vector<std::string>& names) {
    constexpr double kLabelIndentMm = 25;
    TextStyle style;
    style.size = component.size;
    style.align = TextAlign::left;
    const double indent = millimetres(kLabelIndentMm);
    const auto label = composition.typesetter.set({{component.label, false, false}}, style, composition.contentWidth - indent);
    const double listX = indent + label->width() + 4;
    const int block = composition.nextBlock();
    for (std::size_t index = 0; index < names.size(); ++index) {
        const bool first = index == 0;
        const bool last = index + 1 == names.size();
        const TextRuns runs{{"- " + names[index] + (last ? "." : ";"), false, false}};
        const auto text = composition.typesetter.set(runs, style, composition.contentWidth - listX);
        FlowBox box;
        box.block = block;
        box.spaceBefore = first ? component.spaceBeforePt : 0;
        box.height = text->height() + (last ? component.spaceAfterPt : 0);
        box.draw = [=](Canvas& canvas, double x, double y) {
            if (first) {
                label->draw(canvas.context, x + indent, y);
            }
            text->draw(canvas.context, x + listX, y);
        };
        composition.boxes.push_back(std::move(box));
    }
}

void drawWideLine(cairo_t* context, double x, double y, double width) {
    cairo_set_line_width(context, kLineThickness);
    cairo_move_to(context, x, y);
    cairo_line_to(context, x + width, y);
    cairo_stroke(context);
}

}  // namespace

void addParagraph(Composition& composition, const std::shared_ptr<const Typeset>& paragraph, const TextStyle& style, const char* tag,
                  KeepWithNext keep) {
    const std::size_t count = paragraph->lines().size();
    const int block = composition.nextBlock();
    const bool tied = !composition.boxes.empty() && composition.boxes.back().keepWithNext;
    for (std::size_t index = 0; index < count; ++index) {
        FlowBox box;
        box.tag = tag;
        box.block = block;
        box.spaceBefore = index == 0 ? style.spaceBeforePt : 0;
        box.height = paragraph->lines()[index].height + (index + 1 == count ? style.spaceAfterPt : 0);
        // At least two lines of a paragraph stay together at the foot and at the head of a page.
        const bool betweenLines = index > 1 && index + 1 < count;
        box.mayBreakBefore = (index == 0 && !tied) || betweenLines;
        box.keepWithNext = keep == KeepWithNext::yes;
        box.draw = [paragraph, index](Canvas& canvas, double x, double y) { paragraph->drawLine(canvas.context, index, x, y); };
        composition.boxes.push_back(std::move(box));
    }
}

void compose(Composition& composition, const ColumnsComponent& columns) {
    const double leftWidth = millimetres(columns.leftMm);
    const double rightWidth = millimetres(columns.rightMm);
    const double rightX = composition.contentWidth - rightWidth;
    const int block = composition.nextBlock();
    for (const ColumnsRow& row : columns.rows) {
        const ComposedCell left = composeCell(composition, row.left, leftWidth);
        const ComposedCell right = composeCell(composition, row.right, rightWidth);
        if (left.lines.empty() && right.lines.empty()) {
            continue;
        }
        FlowBox box;
        box.block = block;
        box.mayBreakBefore = composition.boxes.empty() || !composition.boxes.back().keepWithNext;
        box.spaceBefore = row.spaceBeforePt;
        box.height = std::max(left.height, right.height);
        box.draw = [=](Canvas& canvas, double x, double y) {
            left.draw(canvas, x, y);
            right.draw(canvas, x + rightX, y);
        };
        composition.boxes.push_back(std::move(box));
    }
}

void compose(Composition& composition, const LineComponent& component) {
    const auto line = composeLine(composition, component.line, composition.contentWidth);
    if (!line) {
        return;
    }
    FlowBox box;
    box.tag = component.line.style.bold ? "H1" : "P";
    box.block = composition.nextBlock();
    box.spaceBefore = line->spaceBefore;
    box.height = line->height + line->spaceAfter;
    // A heading never ends a page.
    box.keepWithNext = component.line.style.bold;
    box.mayBreakBefore = composition.boxes.empty() || !composition.boxes.back().keepWithNext;
    box.draw = line->draw;
    composition.boxes.push_back(std::move(box));
}

void compose(Composition& composition, const ParagraphsComponent& component) {
    const std::vector<std::string>& items = composition.values.list(component.field);
    for (std::size_t index = 0; index < items.size(); ++index) {
        const bool last = index + 1 == items.size();
        const std::string text = component.prefix + items[index] + (last ? component.lastSuffix : component.suffix);
        addParagraph(composition, composition.typesetter.set({{text, false, false}}, component.style, composition.contentWidth),
                     component.style);
    }
}

void compose(Composition& composition, const AddresseesComponent& component) {
    const std::vector<std::string>& names = composition.values.list(component.field);
    if (names.size() == 1) {
        addOneAddressee(composition, component, names.front());
    } else {
        addManyAddressees(composition, component, names);
    }
}

void compose(Composition& composition, const SeparatorComponent& separator) {
    FlowBox box;
    box.block = composition.nextBlock();
    box.spaceBefore = separator.spaceBeforePt;
    box.height = kLineThickness + separator.spaceAfterPt;
    // What it separates begins right below it.
    box.keepWithNext = true;
    box.draw = [width = composition.contentWidth](Canvas& canvas, double x, double y) { drawWideLine(canvas.context, x, y, width); };
    composition.boxes.push_back(std::move(box));
}

void compose(Composition& composition, const ContactComponent& contact) {
    const std::string& value = composition.values.text(contact.field);
    if (value.empty()) {
        return;
    }
    TextStyle style;
    style.size = contact.size;
    const auto text = composition.typesetter.set({{value, false, false}}, style, composition.contentWidth);
    FlowBox box;
    box.block = composition.nextBlock();
    box.height = kLineThickness + kContactGap + text->height();
    box.draw = [text, width = composition.contentWidth](Canvas& canvas, double x, double y) {
        drawWideLine(canvas.context, x, y, width);
        text->draw(canvas.context, x, y + kLineThickness + kContactGap);
    };
    composition.firstPageFoot = std::move(box);
}

}  // namespace congvu::templates
