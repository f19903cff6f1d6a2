// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/DemoPictures.h"

#include "Nfc.h"
#include "PngWriter.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

namespace congvu::templates {

namespace {

constexpr int kSize = 720;
constexpr double kCentre = kSize / 2.0;
constexpr double kRimTextRadius = 268;
constexpr double kLargestLetter = 56;
constexpr long kLongestName = 120;
/// The rim's text leaves the lower part free for "MẪU".
constexpr double kWidestArc = 1.55 * std::numbers::pi;

struct Release {
    void operator()(void* object) const noexcept { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Release>;

Layout makeText(cairo_t* context, const std::string& text, double size) {
    Layout layout(pango_cairo_create_layout(context));
    PangoFontDescription* font = pango_font_description_from_string("Liberation Serif Bold");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

double widthOf(const Layout& layout) {
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return pango_units_to_double(logical.width);
}

/// The letters of a name in capitals; an invalid name has none.
std::vector<std::string> lettersOf(const std::string& name) {
    if (g_utf8_validate(name.data(), static_cast<gssize>(name.size()), nullptr) == FALSE) {
        return {};
    }
    const std::string composed = toNfc(name);
    const std::unique_ptr<char, decltype(&g_free)> capitals(g_utf8_strup(composed.c_str(), -1), g_free);
    std::vector<std::string> letters;
    long count = 0;
    for (const char* at = capitals.get(); *at != '\0' && count < kLongestName; at = g_utf8_next_char(at)) {
        letters.emplace_back(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        ++count;
    }
    return letters;
}

void drawCircle(cairo_t* context, double radius, double thickness) {
    cairo_new_path(context);
    cairo_set_line_width(context, thickness);
    cairo_arc(context, kCentre, kCentre, radius, 0, 2 * std::numbers::pi);
    cairo_stroke(context);
}

/// Writes the letters along the rim, the middle of the text at the top.
void drawRimText(cairo_t* context, const std::vector<std::string>& letters) {
    double total = 0;
    for (const std::string& letter : letters) {
        total += widthOf(makeText(context, letter, kLargestLetter));
    }
    const double size = kLargestLetter * std::min(1.0, kWidestArc * kRimTextRadius / std::max(total, 1.0));
    const double arc = total * size / kLargestLetter / kRimTextRadius;
    double angle = -arc / 2;
    for (const std::string& letter : letters) {
        const Layout text = makeText(context, letter, size);
        const double width = widthOf(text);
        cairo_save(context);
        cairo_translate(context, kCentre, kCentre);
        cairo_rotate(context, angle + width / kRimTextRadius / 2);
        cairo_move_to(context, -width / 2, -kRimTextRadius + size * 0.3);
        pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(text.get(), 0));
        cairo_restore(context);
        angle += width / kRimTextRadius;
    }
}

void drawStar(cairo_t* context, double radius) {
    constexpr int kPoints = 5;
    cairo_new_path(context);
    for (int corner = 0; corner < 2 * kPoints; ++corner) {
        const double distance = corner % 2 == 0 ? radius : radius * 0.382;
        const double angle = corner * std::numbers::pi / kPoints;
        cairo_line_to(context, kCentre + distance * std::sin(angle), kCentre - distance * std::cos(angle));
    }
    cairo_close_path(context);
    cairo_fill(context);
}

/// "MẪU" (specimen): nobody shall take a demonstration for a real document.
void drawSpecimen(cairo_t* context) {
    const Layout text = makeText(context, "MẪU", 62);
    cairo_move_to(context, kCentre - widthOf(text) / 2, kCentre + kRimTextRadius + 14);
    pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(text.get(), 0));
}

}  // namespace

std::string demoSealPng(const std::string& agencyName) {
    return drawPng(kSize, kSize, [&](cairo_t* context) {
        cairo_set_source_rgba(context, 0.86, 0.05, 0.08, 0.92);
        drawCircle(context, kCentre - 8, 12);
        drawCircle(context, kCentre - 28, 4);
        drawCircle(context, 200, 4);
        drawRimText(context, lettersOf(agencyName));
        drawStar(context, 120);
        drawSpecimen(context);
    });
}

}  // namespace congvu::templates
