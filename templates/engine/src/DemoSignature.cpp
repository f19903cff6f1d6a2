// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/DemoPictures.h"

#include "PngWriter.h"

#include <cstdint>

namespace congvu::templates {

namespace {

constexpr int kWidth = 900;
constexpr int kHeight = 400;

/// FNV-1a and xorshift: the same name gives the same strokes on every machine.
class Strokes {
public:
    explicit Strokes(const std::string& name) {
        for (const char character : name) {
            state_ = (state_ ^ static_cast<unsigned char>(character)) * 1099511628211ULL;
        }
        state_ |= 1;
    }

    double between(double low, double high) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return low + (high - low) * static_cast<double>(state_ >> 11) / 9007199254740992.0;
    }

private:
    std::uint64_t state_ = 14695981039346656037ULL;
};

/// A tall first loop, as of a capital letter.
void drawCapital(cairo_t* context, Strokes& strokes) {
    const double left = strokes.between(90, 130);
    const double top = strokes.between(50, 90);
    cairo_move_to(context, left, strokes.between(250, 300));
    cairo_curve_to(context, left + 40, strokes.between(120, 160), left + 90, top, left + 140, top + 20);
    cairo_curve_to(context, left + 190, top + 60, left + 60, 300, left + 20, strokes.between(320, 350));
    cairo_curve_to(context, left - 40, 360, left - 30, 240, left + 120, strokes.between(210, 240));
}

/// Waves that become flatter, as of the small letters.
void drawLetters(cairo_t* context, Strokes& strokes, double x, double end) {
    const double baseline = strokes.between(235, 255);
    double height = strokes.between(70, 110);
    while (x < end) {
        const double step = strokes.between(34, 62);
        const double lean = strokes.between(8, 26);
        cairo_curve_to(context, x + step * 0.4 + lean, baseline - height, x + step * 0.7 + lean, baseline - height * 0.8, x + step * 0.5,
                       baseline);
        cairo_curve_to(context, x + step * 0.4, baseline + 18, x + step * 0.8, baseline + 12, x + step, baseline - height * 0.25);
        x += step;
        height = height * 0.88 + strokes.between(0, 14);
    }
}

/// The stroke back under the name.
void drawFlourish(cairo_t* context, Strokes& strokes, double end) {
    cairo_curve_to(context, end + 90, strokes.between(140, 200), end + 130, strokes.between(250, 290), end + 20, 300);
    cairo_curve_to(context, 480, strokes.between(320, 350), 300, strokes.between(330, 370), strokes.between(190, 240),
                   strokes.between(310, 335));
    cairo_curve_to(context, 340, 300, 560, strokes.between(290, 315), strokes.between(780, 840), strokes.between(255, 290));
}

}  // namespace

std::string demoSignaturePng(const std::string& name) {
    return drawPng(kWidth, kHeight, [&](cairo_t* context) {
        Strokes strokes(name);
        const double end = strokes.between(520, 640);
        cairo_set_source_rgb(context, 0.05, 0.18, 0.62);
        cairo_set_line_width(context, strokes.between(6.5, 8.5));
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
        drawCapital(context, strokes);
        drawLetters(context, strokes, 240, end);
        drawFlourish(context, strokes, end);
        cairo_stroke(context);
    });
}

}  // namespace congvu::templates
