// SPDX-License-Identifier: Apache-2.0
#include "LayoutReader.h"

#include "JsonNode.h"
#include "Placeholders.h"

#include <algorithm>
#include <array>
#include <utility>

namespace congvu::templates {

namespace {

TextAlign readAlign(const JsonNode& node, TextAlign fallback) {
    static constexpr std::array<std::pair<const char*, TextAlign>, 4> kNames{{
        {"left", TextAlign::left},
        {"centre", TextAlign::centre},
        {"right", TextAlign::right},
        {"justified", TextAlign::justified},
    }};
    if (!node.has("align")) {
        return fallback;
    }
    const std::string name = node.text("align");
    for (const auto& [known, align] : kNames) {
        if (name == known) {
            return align;
        }
    }
    node.member("align").refuse("must be left, centre, right or justified.");
}

/// Reads one layout file; holds the form so that names can be checked where they are read.
class LayoutReader {
public:
    LayoutReader(const FormDefinition& form, SharedDefinitions& shared) : form_(form), shared_(shared) {}

    FormLayout read(const JsonNode& root) {
        root.allowOnly({"page", "components"});
        FormLayout layout;
        layout.page = root.has("page") ? readPage(root.member("page")) : PageSpec{};
        for (const JsonNode& node : root.member("components").elements()) {
            if (isWanted(node)) {
                layout.components.push_back(readComponent(shared_.component(node), layout.page));
            }
        }
        if (closings_ != 1 || numbers_ != 1 || dates_ != 1) {
            root.refuse("must have exactly one closing, one {number} and one {date}.");
        }
        return layout;
    }

private:
    // Decree 30/2020, App. I, part I: top and bottom 20-25 mm, left 30-35 mm, right 15-20 mm.
    static PageSpec readPage(const JsonNode& node) {
        node.allowOnly({"marginTopMm", "marginBottomMm", "marginLeftMm", "marginRightMm", "pageNumberSize"});
        PageSpec page;
        page.marginTopMm = node.number("marginTopMm", 20, 25);
        page.marginBottomMm = node.number("marginBottomMm", 20, 25);
        page.marginLeftMm = node.number("marginLeftMm", 30, 35);
        page.marginRightMm = node.number("marginRightMm", 15, 20);
        page.pageNumberSize = node.number("pageNumberSize", 13, 14);
        return page;
    }

    bool isWanted(const JsonNode& node) {
        if (!node.has("part") || !node.has("when")) {
            return true;
        }
        const std::string key = node.text("when");
        const bool isPresent = form_.field(key) != nullptr;
        if (!isPresent && !shared_.hasField(key)) {
            node.member("when").refuse("names \"" + key + "\", which is no field.");
        }
        return isPresent;
    }

    Component readComponent(const JsonNode& node, const PageSpec& page) {
        const std::string kind = node.text("kind");
        if (kind == "columns") {
            return readColumns(node, page);
        }
        if (kind == "line") {
            return LineComponent{readLine(node, {"kind"})};
        }
        if (kind == "paragraphs") {
            return readParagraphs(node);
        }
        if (kind == "addressees") {
            return readAddressees(node);
        }
        if (kind == "body") {
            return readBody(node);
        }
        if (kind == "closing") {
            return readClosing(node, page);
        }
        return readRareComponent(node, kind);
    }

    Component readRareComponent(const JsonNode& node, const std::string& kind) {
        if (kind == "appendices") {
            return readAppendices(node);
        }
        if (kind == "contact") {
            node.allowOnly({"kind", "field", "size"});
            return ContactComponent{fieldName(node, "field", FieldKind::multiline), node.number("size", 11, 12)};
        }
        if (kind == "separator") {
            node.allowOnly({"kind", "spaceBeforePt", "spaceAfterPt"});
            return SeparatorComponent{node.number("spaceBeforePt", 0, 60, 12), node.number("spaceAfterPt", 0, 60, 12)};
        }
        node.member("kind").refuse("must be columns, line, paragraphs, addressees, body, closing, appendices, contact or separator.");
    }

    static TextStyle readStyle(const JsonNode& node, TextAlign align) {
        TextStyle style;
        style.size = node.number("size", 11, 16);
        style.bold = node.flag("bold");
        style.italic = node.flag("italic");
        style.capitals = node.flag("capitals");
        style.align = readAlign(node, align);
        style.firstLineIndentMm = node.number("firstLineIndentMm", 0, 60, 0);
        style.spaceBeforePt = node.number("spaceBeforePt", 0, 60, 0);
        style.spaceAfterPt = node.number("spaceAfterPt", 0, 60, 0);
        style.lineSpacing = node.number("lineSpacing", 1, 1.5, 1);
        return style;
    }

    LineSpec readLine(const JsonNode& node, std::initializer_list<const char*> alsoAllowed) {
        std::vector<const char*> keys(alsoAllowed);
        if (keys.empty()) {
            node.allowOnly({"text", "size", "bold", "italic", "capitals", "align", "firstLineIndentMm", "spaceBeforePt", "spaceAfterPt",
                            "lineSpacing", "rule", "stamp", "frame"});
        } else {
            node.allowOnly({"kind", "text", "size", "bold", "italic", "capitals", "align", "firstLineIndentMm", "spaceBeforePt",
                            "spaceAfterPt", "lineSpacing", "rule"});
        }
        LineSpec line;
        line.text = node.text("text");
        line.style = readStyle(node, TextAlign::centre);
        line.rule = node.number("rule", 0, 1, 0);
        line.stamp = node.flag("stamp");
        line.frame = node.flag("frame");
        checkPlaceholders(node, line.text);
        return line;
    }

    void checkPlaceholders(const JsonNode& node, const std::string& text) {
        for (const std::string& name : placeholderNames(text)) {
            if (name == kNumberPlaceholder) {
                ++numbers_;
            } else if (name == kDatePlaceholder) {
                ++dates_;
            } else if (!isPrintable(name)) {
                node.refuse("uses {" + name + "}, which is not a text or date field of the form.");
            }
        }
    }

    bool isPrintable(const std::string& name) const {
        if (name == kTypeNamePlaceholder || form_.texts.count(name) == 1) {
            return true;
        }
        const FormField* field = form_.field(name);
        return field != nullptr &&
               (field->kind == FieldKind::text || field->kind == FieldKind::multiline || field->kind == FieldKind::date);
    }

    /// A text in which number and date have no place.
    std::string readTitle(const JsonNode& node, const char* key) const {
        std::string title = node.text(key, "");
        for (const std::string& name : placeholderNames(title)) {
            if (!isPrintable(name)) {
                node.member(key).refuse("uses {" + name + "}, which is not a text or date field of the form.");
            }
        }
        return title;
    }

    std::vector<LineSpec> readLines(const JsonNode& node) {
        std::vector<LineSpec> lines;
        for (const JsonNode& element : node.elements()) {
            lines.push_back(readLine(element, {}));
        }
        return lines;
    }

    ColumnsComponent readColumns(const JsonNode& node, const PageSpec& page) {
        node.allowOnly({"kind", "leftMm", "rightMm", "rows"});
        ColumnsComponent columns;
        readColumnWidths(node, page, columns.leftMm, columns.rightMm);
        for (const JsonNode& element : node.member("rows").elements()) {
            element.allowOnly({"left", "right", "spaceBeforePt"});
            columns.rows.push_back(
                {readLines(element.member("left")), readLines(element.member("right")), element.number("spaceBeforePt", 0, 60, 0)});
        }
        return columns;
    }

    static void readColumnWidths(const JsonNode& node, const PageSpec& page, double& left, double& right) {
        left = node.number("leftMm", 20, 150);
        right = node.number("rightMm", 20, 150);
        if (left + right > kPageWidthMm - page.marginLeftMm - page.marginRightMm + 0.01) {
            node.refuse("has columns that are wider than the page between its margins.");
        }
    }

    ParagraphsComponent readParagraphs(const JsonNode& node) {
        node.allowOnly({"kind", "field", "size", "bold", "italic", "capitals", "align", "firstLineIndentMm", "spaceBeforePt",
                        "spaceAfterPt", "lineSpacing", "prefix", "suffix", "lastSuffix"});
        return {fieldName(node, "field", FieldKind::list), readStyle(node, TextAlign::justified), node.text("prefix", ""),
                node.text("suffix", ""), node.text("lastSuffix", "")};
    }

    AddresseesComponent readAddressees(const JsonNode& node) {
        node.allowOnly({"kind", "field", "label", "size", "spaceBeforePt", "spaceAfterPt"});
        return {fieldName(node, "field", FieldKind::list), node.text("label"), node.number("size", 13, 14),
                node.number("spaceBeforePt", 0, 60, 12), node.number("spaceAfterPt", 0, 60, 6)};
    }

    BodyComponent readBody(const JsonNode& node) {
        node.allowOnly({"kind", "field", "size", "firstLineIndentMm", "spaceBeforePt", "lineSpacing", "tableSize", "endMark"});
        BodyComponent body = readBodyStyle(node);
        body.field = fieldName(node, "field", FieldKind::richText);
        body.endMark = node.text("endMark", "");
        return body;
    }

    AppendicesComponent readAppendices(const JsonNode& node) const {
        node.allowOnly({"kind", "field", "label", "labelSize", "titleSize", "note", "noteSize", "size", "firstLineIndentMm",
                        "spaceBeforePt", "lineSpacing", "tableSize"});
        AppendicesComponent appendices;
        appendices.label = node.text("label");
        appendices.labelSize = node.number("labelSize", 14, 14);
        appendices.titleSize = node.number("titleSize", 13, 14);
        appendices.note = readTitle(node, "note");
        appendices.noteSize = node.number("noteSize", 13, 14);
        appendices.body = readBodyStyle(node);
        appendices.body.field = fieldName(node, "field", FieldKind::appendices);
        return appendices;
    }

    static BodyComponent readBodyStyle(const JsonNode& node) {
        BodyComponent body;
        body.style.align = TextAlign::justified;
        // Decree 30/2020, App. I: 13-14, indent 1 or 1.27 cm, at least 6 pt between paragraphs.
        body.style.size = node.number("size", 13, 14);
        body.style.firstLineIndentMm = node.number("firstLineIndentMm", 10, 12.7);
        body.style.spaceBeforePt = node.number("spaceBeforePt", 6, 24);
        body.style.lineSpacing = node.number("lineSpacing", 1, 1.5, 1);
        body.tableSize = node.number("tableSize", 11, 14, 13);
        return body;
    }

    ClosingComponent readClosing(const JsonNode& node, const PageSpec& page) {
        node.allowOnly({"kind", "leftMm", "rightMm", "recipientsField", "recipientsLabel", "recipientsLabelSize", "recipientsSize",
                        "archiveField", "archiveLabel", "signerField", "positionSize", "nameSize", "spaceBeforePt", "secondSignerField",
                        "signerTitle", "secondSignerTitle", "titlesOnly"});
        ++closings_;
        ClosingComponent closing;
        readColumnWidths(node, page, closing.leftMm, closing.rightMm);
        closing.recipientsField = fieldName(node, "recipientsField", FieldKind::list);
        closing.recipientsLabel = node.text("recipientsLabel");
        closing.recipientsLabelSize = node.number("recipientsLabelSize", 12, 12);
        closing.recipientsSize = node.number("recipientsSize", 11, 11);
        closing.archiveField = fieldName(node, "archiveField", FieldKind::text);
        closing.archiveLabel = node.text("archiveLabel");
        closing.signerField = fieldName(node, "signerField", FieldKind::person);
        closing.positionSize = node.number("positionSize", 13, 14);
        closing.nameSize = node.number("nameSize", 13, 14);
        closing.spaceBeforePt = node.number("spaceBeforePt", 0, 60, 12);
        closing.secondSignerField = node.has("secondSignerField") ? fieldName(node, "secondSignerField", FieldKind::person) : "";
        closing.signerTitle = readTitle(node, "signerTitle");
        closing.secondSignerTitle = readTitle(node, "secondSignerTitle");
        closing.titlesOnly = node.flag("titlesOnly");
        return closing;
    }

    std::string fieldName(const JsonNode& node, const char* key, FieldKind kind) const {
        std::string name = node.text(key);
        const FormField* field = form_.field(name);
        if (field == nullptr || field->kind != kind) {
            node.member(key).refuse("must name a " + std::string(fieldKindName(kind)) + " field of the form.");
        }
        return name;
    }

    static constexpr double kPageWidthMm = 210;

    const FormDefinition& form_;
    SharedDefinitions& shared_;
    int closings_ = 0;
    int numbers_ = 0;
    int dates_ = 0;
};

}  // namespace

FormLayout readLayout(const std::filesystem::path& file, const FormDefinition& form, SharedDefinitions& shared) {
    const JsonFile json(file);
    return LayoutReader(form, shared).read(json.root());
}

}  // namespace congvu::templates
