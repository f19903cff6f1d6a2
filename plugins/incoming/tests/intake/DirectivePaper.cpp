// SPDX-License-Identifier: Apache-2.0
#include "DirectivePaper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <numbers>
#include <stdexcept>

namespace congvu::incoming::testing {

namespace {

constexpr double kPaperWidth = 595.28;
constexpr double kPaperHeight = 841.89;
constexpr double kTextLeft = 85;
constexpr double kTextWidth = 468;
constexpr double kLeftMiddle = 181;
constexpr double kRightMiddle = 415;
constexpr double kTextMiddle = kTextLeft + kTextWidth / 2;

struct LayoutUnref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, LayoutUnref>;

struct Look {
    double size = 13;
    bool isBold = false;
    bool isItalic = false;
};

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// Writes and draws on a page; points from the upper left corner.
class Pen {
public:
    Pen() : surface_(cairo_pdf_surface_create_for_stream(&append, &pdf_, kPaperWidth, kPaperHeight)), cairo_(cairo_create(surface_)) {}
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;
    ~Pen() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }

    /// The ink of stamps lets what is printed below show through.
    void stampInk() {
        cairo_set_operator(cairo_, CAIRO_OPERATOR_MULTIPLY);
        cairo_set_source_rgb(cairo_, 0.84, 0.1, 0.12);
    }
    void printersInk() {
        cairo_set_operator(cairo_, CAIRO_OPERATOR_OVER);
        cairo_set_source_rgb(cairo_, 0, 0, 0);
    }
    /// One line around its middle; gives the height that a line takes.
    double centred(const std::string& text, double middle, double y, const Look& look) {
        const auto layout = layoutOf(text, look);
        int width = 0;
        pango_layout_get_size(layout.get(), &width, nullptr);
        show(layout, middle - static_cast<double>(width) / PANGO_SCALE / 2, y);
        return look.size * 1.22;
    }
    void at(const std::string& text, double x, double y, const Look& look) { show(layoutOf(text, look), x, y); }
    /// A justified paragraph; gives its height.
    double paragraph(const std::string& text, double y, const Look& look) {
        const auto layout = layoutOf(text, look);
        pango_layout_set_width(layout.get(), static_cast<int>(kTextWidth * PANGO_SCALE));
        pango_layout_set_indent(layout.get(), 28 * PANGO_SCALE);
        pango_layout_set_justify(layout.get(), TRUE);
        int height = 0;
        pango_layout_get_size(layout.get(), nullptr, &height);
        show(layout, kTextLeft, y);
        return static_cast<double>(height) / PANGO_SCALE + 6;
    }
    void rule(double middle, double y, double length) {
        cairo_set_line_width(cairo_, 0.7);
        cairo_move_to(cairo_, middle - length / 2, y);
        cairo_line_to(cairo_, middle + length / 2, y);
        cairo_stroke(cairo_);
    }
    void frame(double x, double y, double width, double height) {
        cairo_set_line_width(cairo_, 1.2);
        cairo_rectangle(cairo_, x, y, width, height);
        cairo_stroke(cairo_);
    }
    void ring(double x, double y, double radius) {
        cairo_set_line_width(cairo_, 1.8);
        cairo_arc(cairo_, x, y, radius, 0, 2 * std::numbers::pi);
        cairo_stroke(cairo_);
    }
    std::string finish() {
        cairo_show_page(cairo_);
        cairo_surface_finish(surface_);
        if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) {
            throw std::runtime_error("cairo has drawn no page");
        }
        return pdf_;
    }

private:
    Layout layoutOf(const std::string& text, const Look& look) {
        Layout layout{pango_cairo_create_layout(cairo_)};
        auto* font = pango_font_description_new();
        pango_font_description_set_family_static(font, "Liberation Serif");
        pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
        pango_font_description_set_weight(font, look.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_style(font, look.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }
    void show(const Layout& layout, double x, double y) {
        cairo_move_to(cairo_, x, y);
        pango_cairo_show_layout(cairo_, layout.get());
    }

    std::string pdf_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
};

double lines(Pen& pen, const std::vector<std::string>& texts, double middle, double y, const Look& look) {
    for (const auto& text : texts) {
        y += pen.centred(text, middle, y, look);
    }
    return y;
}

/// The two columns; gives the height below them.
double drawHead(Pen& pen, const Directive& directive) {
    constexpr double kTop = 57;
    double left = lines(pen, directive.superior, kLeftMiddle, kTop, {12, false, false});
    left = lines(pen, directive.issuer, kLeftMiddle, left, {12, true, false});
    double right = kTop;
    if (directive.isParty) {
        left += pen.centred("*", kLeftMiddle, left, {13, false, false});
        right += pen.centred("ĐẢNG CỘNG SẢN VIỆT NAM", kRightMiddle, right, {15, true, false});
        pen.rule(kRightMiddle, right + 1, 190);
    } else {
        pen.rule(kLeftMiddle, left + 2, 70);
        right += pen.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", kRightMiddle, right, {12, true, false});
        right += pen.centred("Độc lập - Tự do - Hạnh phúc", kRightMiddle, right, {13, true, false});
        pen.rule(kRightMiddle, right + 2, 165);
    }
    const double number = std::max(left, right) + 8;
    pen.centred(directive.placeAndDate, kRightMiddle, number, {13, false, true});
    double y = lines(pen, directive.number, kLeftMiddle, number, {13, false, false});
    if (directive.title.empty()) {
        y = lines(pen, directive.subject, kLeftMiddle, y + 3, {12, false, false});
    }
    return y;
}

void drawStamps(Pen& pen, const Directive& directive, double belowHead) {
    pen.stampInk();
    if (!directive.urgency.empty()) {
        pen.centred(directive.urgency, kLeftMiddle, belowHead + 7, {13, true, false});
        pen.frame(kLeftMiddle - 57, belowHead + 4, 114, 23);
    }
    if (directive.hasArrivalStamp) {
        pen.frame(28, 150, 96, 76);
        pen.at("ĐẾN", 34, 178, {15, true, false});
        pen.at("Số: 1234", 74, 172, {9, false, false});
        pen.at("Ngày: 12/3/2026", 68, 186, {8, false, false});
        pen.at("Chuyển: VP", 34, 206, {9, false, false});
    }
    if (directive.hasSealOverHead) {
        pen.ring(kLeftMiddle + 30, 128, 46);
        pen.ring(kLeftMiddle + 30, 128, 42);
        pen.centred("SAO Y BẢN CHÍNH", kLeftMiddle + 30, 138, {8, true, false});
    }
    pen.printersInk();
}

void drawFoot(Pen& pen, const Directive& directive) {
    constexpr double kFoot = 640;
    pen.at("Nơi nhận:", kTextLeft, kFoot, {12, true, true});
    pen.at("- Như trên;", kTextLeft, kFoot + 15, {11, false, false});
    pen.at("- Lưu: VT.", kTextLeft, kFoot + 28, {11, false, false});
    pen.centred(directive.isParty ? "PHÓ BÍ THƯ" : "CHỦ TỊCH", kRightMiddle, kFoot, {13, true, false});
    pen.centred(directive.signer, kRightMiddle, kFoot + 96, {14, true, false});
    pen.stampInk();
    pen.ring(kRightMiddle - 52, kFoot + 60, 51);
    pen.ring(kRightMiddle - 52, kFoot + 60, 47);
    pen.centred("★", kRightMiddle - 52, kFoot + 50, {22, false, false});
    pen.printersInk();
}

}  // namespace

std::string printed(const Directive& directive) {
    Pen pen;
    const double belowHead = drawHead(pen, directive);
    const double belowStamp = belowHead + (directive.urgency.empty() ? 0 : 28);
    double y = belowStamp + 18;
    if (directive.title.empty()) {
        y += pen.centred("Kính gửi: Thủ trưởng các cơ quan, đơn vị.", kTextMiddle, y, {14, false, false}) + 14;
    } else {
        y += pen.centred(directive.title, kTextMiddle, y, {14, true, false});
        y = lines(pen, directive.subject, kTextMiddle, y, {14, true, false});
        pen.rule(kTextMiddle, y + 2, 90);
        y += 14;
    }
    for (const auto& text : directive.body) {
        y += pen.paragraph(text, y, {14, false, false});
    }
    drawFoot(pen, directive);
    drawStamps(pen, directive, belowHead);
    return pen.finish();
}

}  // namespace congvu::incoming::testing
