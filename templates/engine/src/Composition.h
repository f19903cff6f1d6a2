// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FieldValues.h"
#include "FlowBox.h"
#include "FormLayout.h"
#include "Typesetter.h"
#include "congvu/templates/FormDefinition.h"
#include "congvu/templates/RenderedForm.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace congvu::templates {

/// What every component needs to become boxes, and the boxes made so far.
struct Composition {
    const Typesetter& typesetter;
    const FormDefinition& form;
    const FieldValues& values;
    RenderPurpose purpose = RenderPurpose::original;
    double contentWidth = 0;
    double contentHeight = 0;

    std::vector<FlowBox> boxes{};
    /// What stands at the foot of the first page, if anything.
    std::optional<FlowBox> firstPageFoot = std::nullopt;
    int blocks = 0;

    /// The number of a new block of the structure tree.
    int nextBlock() { return ++blocks; }
};

enum class KeepWithNext { no, yes };

/// Adds the lines of a paragraph as boxes; the first two and the last two lines stay together.
void addParagraph(Composition& composition, const std::shared_ptr<const Typeset>& paragraph, const TextStyle& style, const char* tag = "P",
                  KeepWithNext keep = KeepWithNext::no);

/// One function a kind of component; each adds its boxes at the end.
void compose(Composition& composition, const ColumnsComponent& columns);
void compose(Composition& composition, const LineComponent& line);
void compose(Composition& composition, const ParagraphsComponent& paragraphs);
void compose(Composition& composition, const AddresseesComponent& addressees);
void compose(Composition& composition, const BodyComponent& body);
void compose(Composition& composition, const SeparatorComponent& separator);
void compose(Composition& composition, const ClosingComponent& closing);
void compose(Composition& composition, const ContactComponent& contact);
void compose(Composition& composition, const AppendicesComponent& appendices);

/// Adds the blocks of a text in the markup of BodyMarkup.h, with the end mark after the last word.
void addText(Composition& composition, const std::string& text, const BodyComponent& style);

/// Adds a table of the body, row by row, the header repeated on every page.
void addTable(Composition& composition, const BodyTable& table, double size, double spaceBefore);

}  // namespace congvu::templates
