// SPDX-License-Identifier: Apache-2.0
#include "Typeset.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <string_view>

namespace congvu::templates {

void Typeset::Release::operator()(PangoLayout* layout) const noexcept {
    g_object_unref(layout);
}

Typeset::Typeset(PangoLayout* layout, double lineSpacing, double shift) : layout_(layout), shift_(shift) {
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(at, nullptr, &logical);
        const double baseline = pango_units_to_double(pango_layout_iter_get_baseline(at));
        const double top = pango_units_to_double(logical.y);
        const double natural = pango_units_to_double(logical.height);
        Line line;
        line.line = pango_layout_iter_get_line_readonly(at);
        line.x = shift + pango_units_to_double(logical.x);
        line.width = pango_units_to_double(logical.width);
        line.ascent = baseline - top;
        line.descent = natural - line.ascent;
        line.height = natural * lineSpacing;
        height_ += line.height;
        width_ = std::max(width_, line.width);
        lines_.push_back(line);
    } while (pango_layout_iter_next_line(at) == TRUE);
    pango_layout_iter_free(at);
}

std::optional<Typeset::Gap> Typeset::gap() const {
    const std::string_view text(pango_layout_get_text(layout_.get()));
    const std::size_t index = text.find(kGapCharacter);
    if (index == std::string_view::npos) {
        return std::nullopt;
    }
    int lineNumber = 0;
    pango_layout_index_to_line_x(layout_.get(), static_cast<int>(index), FALSE, &lineNumber, nullptr);
    PangoRectangle position;
    pango_layout_index_to_pos(layout_.get(), static_cast<int>(index), &position);
    double top = 0;
    for (int line = 0; line < lineNumber; ++line) {
        top += lines_[static_cast<std::size_t>(line)].height;
    }
    const double ascent = lines_[static_cast<std::size_t>(lineNumber)].ascent;
    return Gap{shift_ + pango_units_to_double(position.x), top + ascent, pango_units_to_double(position.width)};
}

void Typeset::drawLine(cairo_t* context, std::size_t index, double x, double y) const {
    const Line& line = lines_[index];
    const double spare = line.height - line.ascent - line.descent;
    cairo_move_to(context, x + line.x, y + spare / 2 + line.ascent);
    pango_cairo_show_layout_line(context, line.line);
}

void Typeset::draw(cairo_t* context, double x, double y) const {
    for (std::size_t index = 0; index < lines_.size(); ++index) {
        drawLine(context, index, x, y);
        y += lines_[index].height;
    }
}

}  // namespace congvu::templates
