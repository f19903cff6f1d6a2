// SPDX-License-Identifier: Apache-2.0
#include "UrgencyStamp.h"

#include "Units.h"

#include <cairo.h>

#include <algorithm>
#include <array>

namespace congvu::templates {

namespace {

struct Stamp {
    const char* urgency;
    const char* text;
    double widthMm;
};

constexpr double kStampHeightMm = 8;
constexpr double kFrameThickness = 1;
constexpr std::array<Stamp, 3> kStamps{{
    {"khan", "KHẨN", 20},
    {"thuong-khan", "THƯỢNG KHẨN", 40},
    {"hoa-toc", "HỎA TỐC", 30},
}};

}  // namespace

std::optional<ComposedLine> composeStamp(const Composition& composition, const std::string& urgency, const TextStyle& style, double width) {
    const auto stamp = std::find_if(kStamps.begin(), kStamps.end(), [&](const Stamp& known) { return urgency == known.urgency; });
    if (stamp == kStamps.end()) {
        return std::nullopt;
    }
    const double stampWidth = millimetres(stamp->widthMm);
    const double stampHeight = millimetres(kStampHeightMm);
    TextStyle centred = style;
    centred.align = TextAlign::centre;
    const auto text = composition.typesetter.set({{stamp->text, true, false}}, centred, stampWidth);

    ComposedLine line{style.spaceBeforePt, stampHeight, style.spaceAfterPt, {}};
    line.draw = [=](Canvas& canvas, double x, double y) {
        const double left = x + (width - stampWidth) / 2;
        cairo_save(canvas.context);
        cairo_set_source_rgb(canvas.context, 1, 0, 0);
        cairo_set_line_width(canvas.context, kFrameThickness);
        cairo_rectangle(canvas.context, left + kFrameThickness / 2, y + kFrameThickness / 2, stampWidth - kFrameThickness,
                        stampHeight - kFrameThickness);
        cairo_stroke(canvas.context);
        text->draw(canvas.context, left, y + (stampHeight - text->height()) / 2);
        cairo_restore(canvas.context);
    };
    return line;
}

}  // namespace congvu::templates
