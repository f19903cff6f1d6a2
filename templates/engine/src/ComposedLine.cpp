// SPDX-License-Identifier: Apache-2.0
#include "ComposedLine.h"

#include "FramedNote.h"
#include "Placeholders.h"
#include "Units.h"
#include "UrgencyStamp.h"

#include <cairo.h>

#include <algorithm>

namespace congvu::templates {

namespace {

/// What the date shows until the document is issued: room for day, month and year.
constexpr const char* kUnissuedDate = "ngày       tháng       năm 20    ";
constexpr double kRuleThickness = 0.75;
constexpr double kRuleGap = 2;
constexpr double kRoomBelowRule = 3;

/// What a placeholder stands for: the type's name, a text of the form, or a value.
const std::string& valueOf(const Composition& composition, const std::string& name) {
    if (name == kTypeNamePlaceholder) {
        return composition.form.name.vi;
    }
    const auto text = composition.form.texts.find(name);
    return text == composition.form.texts.end() ? composition.values.text(name) : text->second;
}

/// The slash between number and symbol falls away before a symbol with a separator of its own ("11-CT/TU", documents of the Party).
void dropDoubleSeparator(std::string& text, const std::string& value) {
    const bool hasSeparator = !value.empty() && (value.front() == '-' || value.front() == '/');
    if (hasSeparator && !text.empty() && text.back() == '/') {
        text.pop_back();
    }
}

/// Replaces the placeholders of a text; the number becomes a gap, the date the text of an
/// unissued document.
struct FilledText {
    std::string text;
    bool hasNumber = false;
    bool hasDate = false;
    bool isEmpty = false;
};

FilledText fill(const Composition& composition, const std::string& text) {
    FilledText filled;
    bool anyPlaceholder = false;
    bool anyValue = false;
    for (const TextPiece& piece : splitPlaceholders(text)) {
        if (!piece.placeholder) {
            filled.text += piece.text;
            continue;
        }
        anyPlaceholder = true;
        if (piece.text == kNumberPlaceholder) {
            filled.hasNumber = true;
            filled.text += kGapCharacter;
            anyValue = true;
        } else if (piece.text == kDatePlaceholder) {
            filled.hasDate = true;
            filled.text += kUnissuedDate;
            anyValue = true;
        } else {
            std::string value = valueOf(composition, piece.text);
            // A line break in a value (the two lines of an agency's name) belongs to the place where
            // the value stands alone, not into a sentence.
            if (piece.text.size() + 2 != text.size()) {
                std::replace(value.begin(), value.end(), '\n', ' ');
            }
            dropDoubleSeparator(filled.text, value);
            filled.text += value;
            anyValue = anyValue || !value.empty();
        }
    }
    filled.isEmpty = anyPlaceholder && !anyValue;
    return filled;
}

/// Marks belong to the layout; those a person typed into a value are printed as they are.
TextRuns fillRuns(const Composition& composition, const LineSpec& spec, FilledText& summary) {
    TextRuns runs;
    for (const TextRun& run : parseInline(spec.text)) {
        const FilledText filled = fill(composition, run.text);
        summary.hasNumber = summary.hasNumber || filled.hasNumber;
        summary.hasDate = summary.hasDate || filled.hasDate;
        runs.push_back({filled.text, run.bold, run.italic});
    }
    return runs;
}

void drawRule(cairo_t* context, double centre, double y, double length) {
    cairo_set_line_width(context, kRuleThickness);
    cairo_move_to(context, centre - length / 2, y);
    cairo_line_to(context, centre + length / 2, y);
    cairo_stroke(context);
}

/// Reserves the gap in "Số: …/UBND-VP". The field is as high as the font: its lower edge lies the
/// font's descent below the base line of the text round it.
void reserveNumber(Canvas& canvas, const FormDefinition& form, const TextStyle& style, const Typeset& text, double x, double y) {
    const auto gap = text.gap();
    if (!gap) {
        return;
    }
    const Typeset::Line& line = text.lines().front();
    ReservedField field = ReservedField::at(ReservedKind::issueText, form.number.fieldName, x + gap->x, y + gap->baseline - line.ascent,
                                            gap->width, line.ascent + line.descent);
    field.fillLike(style, form.number.alignment);
    canvas.reserve(std::move(field));
}

/// Reserves the whole line of place and date. What the empty field shows is the field's own, so
/// that filling it later replaces it.
void reserveDate(Canvas& canvas, const FormDefinition& form, const TextStyle& style, const std::shared_ptr<const Typeset>& text, double x,
                 double y, double width) {
    ReservedField field = ReservedField::at(ReservedKind::issueText, form.date.fieldName, x, y, width, text->height());
    field.fillLike(style, form.date.alignment);
    field.face = [text](cairo_t* context) { text->draw(context, 0, 0); };
    canvas.reserve(std::move(field));
}

}  // namespace

std::optional<ComposedLine> composeLine(const Composition& composition, const LineSpec& spec, double width) {
    FilledText summary = fill(composition, spec.text);
    if (summary.isEmpty) {
        return std::nullopt;
    }
    if (spec.stamp) {
        return composeStamp(composition, summary.text, spec.style, width);
    }
    if (spec.frame) {
        return composeFramedNote(composition, summary.text, spec.style, width);
    }
    const TextRuns runs = fillRuns(composition, spec, summary);
    const FormDefinition& form = composition.form;
    const auto text = composition.typesetter.set(runs, spec.style, width, millimetres(form.number.widthMm));
    const bool original = composition.purpose == RenderPurpose::original;
    const bool dateIsField = summary.hasDate && original;
    const bool numberIsField = summary.hasNumber && original;
    const TextStyle& style = spec.style;
    const double rule = spec.rule * text->width();

    ComposedLine line{spec.style.spaceBeforePt, text->height(), spec.style.spaceAfterPt, {}};
    line.height += rule > 0 ? kRuleGap + kRuleThickness + kRoomBelowRule : 0;
    line.draw = [=, &form, &style](Canvas& canvas, double x, double y) {
        if (dateIsField) {
            reserveDate(canvas, form, style, text, x, y, width);
            return;
        }
        text->draw(canvas.context, x, y);
        if (rule > 0) {
            drawRule(canvas.context, x + width / 2, y + text->height() + kRuleGap, rule);
        }
        if (numberIsField) {
            reserveNumber(canvas, form, style, *text, x, y);
        }
    };
    return line;
}

std::string withValues(const Composition& composition, const std::string& text) {
    return fill(composition, text).text;
}

ComposedCell composeCell(const Composition& composition, const std::vector<LineSpec>& specs, double width) {
    ComposedCell cell;
    for (const LineSpec& spec : specs) {
        if (auto line = composeLine(composition, spec, width)) {
            cell.height += line->spaceBefore + line->height + line->spaceAfter;
            cell.lines.push_back(std::move(*line));
        }
    }
    return cell;
}

void ComposedCell::draw(Canvas& canvas, double x, double y) const {
    for (const ComposedLine& line : lines) {
        y += line.spaceBefore;
        line.draw(canvas, x, y);
        y += line.height + line.spaceAfter;
    }
}

}  // namespace congvu::templates
