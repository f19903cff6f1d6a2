// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

/// The layout of a form as data: what layout.json says, in the same words.
/// Lengths end in Mm (millimetres) or Pt (points); font sizes are points.
namespace congvu::templates {

enum class TextAlign { left, centre, right, justified };

/// How one paragraph is set.
struct TextStyle {
    double size = 14;
    bool bold = false;
    bool italic = false;
    bool capitals = false;
    TextAlign align = TextAlign::centre;
    double firstLineIndentMm = 0;
    double spaceBeforePt = 0;
    double spaceAfterPt = 0;
    double lineSpacing = 1.0;
};

/// A line of text with placeholders: "{subject}" is the value of a field, "{number}" and "{date}"
/// are the places filled at issuing. A line whose placeholders are all empty is left out.
struct LineSpec {
    std::string text;
    TextStyle style;
    /// Length of the line below, as a part of the length of the text; 0 for none.
    double rule = 0;
    /// Drawn as the red urgency stamp: the text is then the urgency (khan, thuong-khan, hoa-toc).
    bool stamp = false;
    /// Drawn in a single black frame: the note on circulation.
    bool frame = false;
};

/// Two cells side by side, both starting at the same height.
struct ColumnsRow {
    std::vector<LineSpec> left;
    std::vector<LineSpec> right;
    double spaceBeforePt = 0;
};

struct ColumnsComponent {
    double leftMm = 0;
    double rightMm = 0;
    std::vector<ColumnsRow> rows;
};

struct LineComponent {
    LineSpec line;
};

/// One paragraph for every item of a list field (legal bases, invited persons).
struct ParagraphsComponent {
    std::string field;
    TextStyle style;
    std::string prefix;
    std::string suffix;
    std::string lastSuffix;
};

/// "Kính gửi:": one addressee on the same line, several below one another.
struct AddresseesComponent {
    std::string field;
    std::string label;
    double size = 14;
    double spaceBeforePt = 12;
    double spaceAfterPt = 6;
};

struct BodyComponent {
    std::string field;
    TextStyle style;
    double tableSize = 13;
    /// Put after the last paragraph ("./."); empty for none.
    std::string endMark;
};

/// The appendices in the same file, each from a new page on that counts from 1 again. Decree 30/2020, App. I:
/// "Phụ lục" (with a Roman number when there are several), its title, the note which document it belongs to, the text.
struct AppendicesComponent {
    std::string label;
    double labelSize = 14;
    double titleSize = 14;
    /// With placeholders; its blanks for number and date stay unfilled in an electronic document.
    std::string note;
    double noteSize = 14;
    /// `field` names the appendices, the rest says how their texts are set.
    BodyComponent body;
};

/// Address, telephone, mail of the agency at the foot of the first page, below a line over the whole width.
struct ContactComponent {
    std::string field;
    double size = 11;
};

/// A line over the whole width of the text.
struct SeparatorComponent {
    double spaceBeforePt = 12;
    double spaceAfterPt = 12;
};

/// Recipients on the left, the signer on the right; kept together with the last lines of the body. With a second
/// signer, who stands on the left, the recipients stand below both.
struct ClosingComponent {
    double leftMm = 0;
    double rightMm = 0;
    std::string recipientsField;
    std::string recipientsLabel;
    double recipientsLabelSize = 12;
    double recipientsSize = 11;
    std::string archiveField;
    std::string archiveLabel;
    std::string signerField;
    double positionSize = 14;
    double nameSize = 14;
    double spaceBeforePt = 12;
    /// Empty when one person signs.
    std::string secondSignerField;
    /// Printed above the persons' positions, with placeholders: "Chủ tọa", "{party}"; may be empty.
    std::string signerTitle;
    std::string secondSignerTitle;
    /// Whether the titles stand in the place of authority and position.
    bool titlesOnly = false;
};

using Component = std::variant<ColumnsComponent, LineComponent, ParagraphsComponent, AddresseesComponent, BodyComponent, SeparatorComponent,
                               ClosingComponent, ContactComponent, AppendicesComponent>;

struct PageSpec {
    double marginTopMm = 20;
    double marginBottomMm = 20;
    double marginLeftMm = 30;
    double marginRightMm = 15;
    double pageNumberSize = 13;
};

struct FormLayout {
    PageSpec page;
    std::vector<Component> components;
};

}  // namespace congvu::templates
