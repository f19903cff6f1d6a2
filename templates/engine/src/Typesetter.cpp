// SPDX-License-Identifier: Apache-2.0
#include "Typesetter.h"

#include "Units.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>

namespace congvu::templates {

namespace {

constexpr int kBalancingSteps = 7;

std::string capitals(const std::string& text) {
    char* upper = g_utf8_strup(text.data(), static_cast<gssize>(text.size()));
    std::string result(upper);
    g_free(upper);
    return result;
}

void addAttribute(PangoAttrList* list, PangoAttribute* attribute, std::size_t start, std::size_t end) {
    attribute->start_index = static_cast<guint>(start);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

void addGaps(PangoAttrList* list, const std::string& text, double gapWidth) {
    const std::string gap(kGapCharacter);
    const PangoRectangle room{0, 0, pango_units_from_double(gapWidth), 0};
    for (std::size_t at = text.find(gap); at != std::string::npos; at = text.find(gap, at + 1)) {
        addAttribute(list, pango_attr_shape_new(&room, &room), at, at + gap.size());
    }
}

void applyAlign(PangoLayout* layout, TextAlign align) {
    switch (align) {
        case TextAlign::centre:
            pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER);
            break;
        case TextAlign::right:
            pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
            break;
        case TextAlign::justified:
            pango_layout_set_justify(layout, TRUE);
            break;
        case TextAlign::left:
            break;
    }
}

/// Narrows the layout as far as its number of lines stays the same, and returns the narrowest width.
double balancedWidth(PangoLayout* layout, double width) {
    const int lines = pango_layout_get_line_count(layout);
    double tooNarrow = width / lines / 2;
    double enough = width;
    for (int step = 0; step < kBalancingSteps; ++step) {
        const double middle = (tooNarrow + enough) / 2;
        pango_layout_set_width(layout, pango_units_from_double(middle));
        (pango_layout_get_line_count(layout) > lines ? tooNarrow : enough) = middle;
    }
    return enough;
}

}  // namespace

void Typesetter::Release::operator()(void* object) const noexcept {
    g_object_unref(object);
}

Typesetter::Typesetter(const FontSet& fonts) : fontMap_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fontMap_.get()), fonts.config());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fontMap_.get()), 72);
    context_.reset(pango_font_map_create_context(fontMap_.get()));
    pango_context_set_language(context_.get(), pango_language_from_string("vi"));
    // Paper has no pixels: without this, widths would be rounded to those of a screen.
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
}

PangoLayout* Typesetter::layOut(const TextRuns& runs, const TextStyle& style, double width, double gapWidth) const {
    std::string text;
    PangoAttrList* attributes = pango_attr_list_new();
    for (const TextRun& run : runs) {
        const std::size_t start = text.size();
        text += style.capitals ? capitals(run.text) : run.text;
        if (run.bold || style.bold) {
            addAttribute(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), start, text.size());
        }
        if (run.italic || style.italic) {
            addAttribute(attributes, pango_attr_style_new(PANGO_STYLE_ITALIC), start, text.size());
        }
    }
    addGaps(attributes, text, gapWidth);

    PangoLayout* layout = pango_layout_new(context_.get());
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, FontSet::kFamily);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, pango_units_from_double(width));
    pango_layout_set_indent(layout, pango_units_from_double(millimetres(style.firstLineIndentMm)));
    applyAlign(layout, style.align);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    return layout;
}

std::shared_ptr<const Typeset> Typesetter::set(const TextRuns& runs, const TextStyle& style, double width, double gapWidth) const {
    PangoLayout* layout = layOut(runs, style, width, gapWidth);
    const bool unbalanced = style.align == TextAlign::centre && pango_layout_get_line_count(layout) > 1;
    if (unbalanced) {
        // The narrower layout is moved right so that its middle stays where it was.
        const double narrow = balancedWidth(layout, width);
        pango_layout_set_width(layout, pango_units_from_double(narrow));
        return std::make_shared<const Typeset>(layout, style.lineSpacing, (width - narrow) / 2);
    }
    return std::make_shared<const Typeset>(layout, style.lineSpacing, 0);
}

}  // namespace congvu::templates
