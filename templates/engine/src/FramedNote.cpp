// SPDX-License-Identifier: Apache-2.0
#include "FramedNote.h"

#include <cairo.h>

#include <algorithm>

namespace congvu::templates {

namespace {

constexpr double kNoteFrameThickness = 0.75;
constexpr double kNotePaddingX = 6;
constexpr double kNotePaddingY = 3;

}  // namespace

std::optional<ComposedLine> composeFramedNote(const Composition& composition, const std::string& note, const TextStyle& style,
                                              double width) {
    TextStyle centred = style;
    centred.align = TextAlign::centre;
    const auto text = composition.typesetter.set({{note, false, false}}, centred, width - 2 * kNotePaddingX);
    const double frameWidth = std::min(width, text->width() + 2 * kNotePaddingX);
    const double frameHeight = text->height() + 2 * kNotePaddingY;

    ComposedLine line{style.spaceBeforePt, frameHeight, style.spaceAfterPt, {}};
    line.draw = [=](Canvas& canvas, double x, double y) {
        const double left = x + (width - frameWidth) / 2;
        cairo_set_line_width(canvas.context, kNoteFrameThickness);
        cairo_rectangle(canvas.context, left, y, frameWidth, frameHeight);
        cairo_stroke(canvas.context);
        text->draw(canvas.context, x + kNotePaddingX, y + kNotePaddingY);
    };
    return line;
}

}  // namespace congvu::templates
