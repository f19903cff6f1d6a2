// SPDX-License-Identifier: Apache-2.0
#include "ComposedLine.h"
#include "Composition.h"

#include <array>
#include <utility>

namespace congvu::templates {

namespace {

constexpr double kTitleGapPt = 2;
constexpr double kNoteGapPt = 10;

/// Decree 30/2020, App. I: two and more appendices are numbered with Roman numbers.
std::string romanNumber(std::size_t number) {
    static constexpr std::array<std::pair<std::size_t, const char*>, 5> kDigits{{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string roman;
    for (const auto& [value, digits] : kDigits) {
        for (; number >= value; number -= value) {
            roman += digits;
        }
    }
    return roman;
}

/// One centred line of the heading; it never ends a page.
void addHeading(Composition& composition, const std::string& text, const TextStyle& style) {
    const auto line = composition.typesetter.set({{text, false, false}}, style, composition.contentWidth);
    addParagraph(composition, line, style, "H1", KeepWithNext::yes);
}

void addAppendix(Composition& composition, const AppendicesComponent& component, const Appendix& appendix, const std::string& label) {
    const std::size_t first = composition.boxes.size();
    TextStyle labelStyle;
    labelStyle.size = component.labelSize;
    labelStyle.bold = true;
    addHeading(composition, label, labelStyle);
    composition.boxes[first].startsSection = true;

    TextStyle titleStyle;
    titleStyle.size = component.titleSize;
    titleStyle.bold = true;
    titleStyle.capitals = true;
    titleStyle.spaceBeforePt = kTitleGapPt;
    addHeading(composition, appendix.title, titleStyle);

    TextStyle noteStyle;
    noteStyle.size = component.noteSize;
    noteStyle.italic = true;
    noteStyle.spaceBeforePt = kTitleGapPt;
    noteStyle.spaceAfterPt = kNoteGapPt;
    addHeading(composition, withValues(composition, component.note), noteStyle);
    addText(composition, appendix.text, component.body);
}

}  // namespace

void compose(Composition& composition, const AppendicesComponent& component) {
    const std::vector<Appendix>& appendices = composition.values.appendices(component.body.field);
    for (std::size_t index = 0; index < appendices.size(); ++index) {
        const bool isNumbered = appendices.size() > 1;
        addAppendix(composition, component, appendices[index],
                    isNumbered ? component.label + " " + romanNumber(index + 1) : component.label);
    }
}

}  // namespace congvu::templates
