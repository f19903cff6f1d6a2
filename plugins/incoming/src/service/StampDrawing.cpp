// SPDX-License-Identifier: Apache-2.0
#include "service/StampDrawing.h"

#include "congvu/error/AppError.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

namespace congvu::incoming {

namespace {

constexpr double kStampMillimetre = 72.0 / 25.4;
constexpr double kStampPadding = 1.2 * kStampMillimetre;

struct StampUnref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using StampLayout = std::unique_ptr<PangoLayout, StampUnref>;

/// A box within the stamp; points from its upper left corner.
struct StampBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct StampFont {
    double size = 9;
    bool isBold = false;
    bool isCentred = false;
};

/// Draws the stamp; coordinates in points from the page's upper left corner.
class StampPen {
public:
    StampPen(cairo_t* cairo, const StampPlace& place) : cairo_(cairo), x_(place.x * kStampMillimetre), y_(place.y * kStampMillimetre) {
        cairo_set_source_rgb(cairo_, 0.75, 0, 0);
        cairo_set_line_width(cairo_, 0.8);
    }

    void frame(const StampBox& box) {
        cairo_rectangle(cairo_, x_ + box.x, y_ + box.y, box.width, box.height);
        cairo_stroke(cairo_);
    }
    void rule(double x1, double y1, double x2, double y2) {
        cairo_move_to(cairo_, x_ + x1, y_ + y1);
        cairo_line_to(cairo_, x_ + x2, y_ + y2);
        cairo_stroke(cairo_);
    }
    /// The text in the middle of the box's height, as small as it must be to fit, not below 5 points.
    void text(const std::string& text, const StampBox& box, const StampFont& font) {
        constexpr double kSmallest = 5;
        for (double size = font.size;; size -= 0.5) {
            const auto layout = layoutOf(text, box, {size, font.isBold, font.isCentred});
            int height = 0;
            pango_layout_get_size(layout.get(), nullptr, &height);
            const double points = static_cast<double>(height) / PANGO_SCALE;
            if (points <= box.height || size <= kSmallest) {
                cairo_move_to(cairo_, x_ + box.x + kStampPadding, y_ + box.y + (box.height - points) / 2);
                pango_cairo_show_layout(cairo_, layout.get());
                return;
            }
        }
    }

private:
    StampLayout layoutOf(const std::string& text, const StampBox& box, const StampFont& font) {
        StampLayout layout{pango_cairo_create_layout(cairo_)};
        auto* description = pango_font_description_new();
        pango_font_description_set_family_static(description, "Liberation Serif");
        pango_font_description_set_absolute_size(description, font.size * PANGO_SCALE);
        pango_font_description_set_weight(description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), description);
        pango_font_description_free(description);
        pango_layout_set_width(layout.get(), static_cast<int>((box.width - 2 * kStampPadding) * PANGO_SCALE));
        pango_layout_set_height(layout.get(), -2);  // two lines, then an ellipsis
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        pango_layout_set_alignment(layout.get(), font.isCentred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }

    cairo_t* cairo_;
    double x_;
    double y_;
};

void drawStamp(StampPen& pen, const StampText& text) {
    constexpr double kWidth = kStampWidth * kStampMillimetre;
    constexpr double kHeight = kStampHeight * kStampMillimetre;
    constexpr double kHead = 9 * kStampMillimetre;
    constexpr double kMiddle = 12 * kStampMillimetre;
    constexpr double kLine = (kHeight - kHead - kMiddle) / 2;
    constexpr double kLeft = 20 * kStampMillimetre;
    pen.frame({0, 0, kWidth, kHeight});
    pen.text(text.agency, {0, 0, kWidth, kHead}, {9, true, true});
    pen.rule(0, kHead, kWidth, kHead);
    pen.text("ĐẾN", {0, kHead, kLeft, kMiddle}, {16, true, true});
    pen.rule(kLeft, kHead, kLeft, kHead + kMiddle);
    pen.text("Số: " + text.number, {kLeft, kHead, kWidth - kLeft, kMiddle / 2}, {10, false, false});
    pen.text("Ngày: " + text.day, {kLeft, kHead + kMiddle / 2, kWidth - kLeft, kMiddle / 2}, {10, false, false});
    pen.rule(0, kHead + kMiddle, kWidth, kHead + kMiddle);
    pen.text("Chuyển: " + text.passedTo, {0, kHead + kMiddle, kWidth, kLine}, {9, false, false});
    pen.text("Số và ký hiệu HS: " + text.dossier, {0, kHead + kMiddle + kLine, kWidth, kLine}, {9, false, false});
}

cairo_status_t appendStamp(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string stampPage(const StampText& text, const StampPlace& place, double pageWidth, double pageHeight) {
    std::string pdf;
    auto* surface = cairo_pdf_surface_create_for_stream(&appendStamp, &pdf, pageWidth, pageHeight);
    auto* cairo = cairo_create(surface);
    StampPen pen{cairo, place};
    drawStamp(pen, text);
    cairo_show_page(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const auto status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        throw AppError(ErrorKind::unavailable, "incoming.cannot-print");
    }
    return pdf;
}

}  // namespace congvu::incoming
