// SPDX-License-Identifier: Apache-2.0
#include "service/LabelDrawing.h"

#include "congvu/error/AppError.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

namespace congvu::outgoing {

namespace {

constexpr double kLabelMillimetre = 72.0 / 25.4;
constexpr double kLabelPageWidth = 210 * kLabelMillimetre;
constexpr double kLabelPageHeight = 297 * kLabelMillimetre;
constexpr int kLabelColumns = 2;
constexpr int kLabelRows = 8;

struct LabelUnref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using LabelLayout = std::unique_ptr<PangoLayout, LabelUnref>;

/// A place on the page, points from its upper left corner.
struct LabelBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct LabelFont {
    double size = 11;
    bool isBold = false;
};

cairo_status_t appendLabelBytes(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// A PDF that is drawn page by page.
class LabelPaper {
public:
    LabelPaper(double width, double height) {
        surface_ = cairo_pdf_surface_create_for_stream(&appendLabelBytes, &pdf_, width, height);
        cairo_ = cairo_create(surface_);
    }
    LabelPaper(const LabelPaper&) = delete;
    LabelPaper& operator=(const LabelPaper&) = delete;
    ~LabelPaper() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }

    void nextPage() { cairo_show_page(cairo_); }

    /// Writes into the box, as small as it must be, not below 6 points; where that is too large still, the rest is left out with an
    /// ellipsis. Answers where the text ends.
    double write(const std::string& text, const LabelBox& box, LabelFont font) {
        constexpr double kSmallest = 6;
        auto layout = layoutOf(text, box, font);
        while (heightOf(layout) > box.height && font.size > kSmallest) {
            font.size -= 0.5;
            layout = layoutOf(text, box, font);
        }
        cairo_move_to(cairo_, box.x, box.y);
        pango_cairo_show_layout(cairo_, layout.get());
        return box.y + heightOf(layout);
    }

    std::string finish() {
        cairo_surface_finish(surface_);
        if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) {
            throw AppError(ErrorKind::unavailable, "sheets.cannot-write");
        }
        return std::move(pdf_);
    }

private:
    LabelLayout layoutOf(const std::string& text, const LabelBox& box, const LabelFont& font) {
        LabelLayout layout{pango_cairo_create_layout(cairo_)};
        auto* description = pango_font_description_new();
        pango_font_description_set_family_static(description, "Liberation Serif");
        pango_font_description_set_absolute_size(description, font.size * PANGO_SCALE);
        pango_font_description_set_weight(description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), description);
        pango_font_description_free(description);
        pango_layout_set_width(layout.get(), static_cast<int>(box.width * PANGO_SCALE));
        pango_layout_set_height(layout.get(), static_cast<int>(box.height * PANGO_SCALE));
        pango_layout_set_ellipsize(layout.get(), font.size <= 6 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }
    static double heightOf(const LabelLayout& layout) {
        int height = 0;
        pango_layout_get_size(layout.get(), nullptr, &height);
        return static_cast<double>(height) / PANGO_SCALE;
    }

    std::string pdf_;
    cairo_surface_t* surface_ = nullptr;
    cairo_t* cairo_ = nullptr;
};

std::string symbolsLine(const PaperEnvelope& envelope) {
    std::string symbols;
    for (const auto& item : envelope.items) {
        symbols += (symbols.empty() ? "Số: " : "; ") + paperItemName(item);
    }
    return symbols;
}

/// The urgency is marked on the envelope as on the document (Decree 30/2020, Art. 18: urgent ones go first).
std::string urgencyLine(const PaperEnvelope& envelope) {
    constexpr std::string_view kOrder = "normal urgent very_urgent flash";
    std::string_view most = "normal";
    for (const auto& item : envelope.items) {
        if (kOrder.find(item.urgency) != std::string_view::npos && kOrder.find(item.urgency) > kOrder.find(most)) {
            most = item.urgency;
        }
    }
    if (most == "flash") {
        return "HOẢ TỐC";
    }
    return most == "very_urgent" ? "THƯỢNG KHẨN" : most == "urgent" ? "KHẨN" : "";
}

void drawLabel(LabelPaper& paper, const PaperEnvelope& envelope, const LabelBox& box) {
    constexpr double kPad = 5 * kLabelMillimetre;
    const LabelBox inner{box.x + kPad, box.y + kPad * 0.8, box.width - 2 * kPad, box.height - 1.6 * kPad};
    const double nameEnd =
        paper.write("Kính gửi: " + envelope.recipientName, {inner.x, inner.y, inner.width, inner.height * 0.42}, {11, true});
    const double addressTop = nameEnd + 2;
    const double foot = inner.y + inner.height * 0.78;
    paper.write(envelope.postalAddress, {inner.x, addressTop, inner.width, foot - addressTop - 2}, {10, false});
    paper.write(symbolsLine(envelope), {inner.x, foot, inner.width, inner.height * 0.22}, {8.5, false});
}

void drawEnvelope(LabelPaper& paper, const PaperEnvelope& envelope, const LabelSender& sender, double width, double height) {
    constexpr double kMargin = 10 * kLabelMillimetre;
    const double half = width / 2 - kMargin;
    double y = paper.write(sender.name, {kMargin, kMargin, half, height * 0.18}, {11, true});
    y = paper.write(sender.address, {kMargin, y + 2, half, height * 0.16}, {9, false});
    paper.write(symbolsLine(envelope), {kMargin, y + 6, half, height * 0.2}, {10, false});
    if (const auto urgency = urgencyLine(envelope); !urgency.empty()) {
        paper.write(urgency, {width * 0.7, kMargin, width * 0.3 - kMargin, 24}, {14, true});
    }
    const double x = width * 0.42;
    const double top = height * 0.52;
    y = paper.write("Kính gửi: " + envelope.recipientName, {x, top, width - x - kMargin, height * 0.22}, {13, true});
    paper.write(envelope.postalAddress, {x, y + 4, width - x - kMargin, height - y - kMargin}, {12, false});
}

}  // namespace

std::optional<EnvelopeSize> envelopeSizeFrom(std::string_view name) {
    if (name == "dl") {
        return EnvelopeSize::dl;
    }
    return name == "c5" ? std::optional{EnvelopeSize::c5} : std::nullopt;
}

std::string labelsPdf(const std::vector<PaperEnvelope>& envelopes) {
    constexpr double kWidth = kLabelPageWidth / kLabelColumns;
    constexpr double kHeight = kLabelPageHeight / kLabelRows;
    constexpr std::size_t kOnPage = std::size_t{kLabelColumns} * kLabelRows;
    LabelPaper paper{kLabelPageWidth, kLabelPageHeight};
    for (std::size_t index = 0; index < envelopes.size(); ++index) {
        const auto place = index % kOnPage;
        if (index > 0 && place == 0) {
            paper.nextPage();
        }
        const auto column = place % kLabelColumns;
        const auto row = place / kLabelColumns;
        drawLabel(paper, envelopes[index], {static_cast<double>(column) * kWidth, static_cast<double>(row) * kHeight, kWidth, kHeight});
    }
    paper.nextPage();
    return paper.finish();
}

std::string envelopesPdf(const std::vector<PaperEnvelope>& envelopes, const LabelSender& sender, EnvelopeSize size) {
    const double width = (size == EnvelopeSize::dl ? 220 : 229) * kLabelMillimetre;
    const double height = (size == EnvelopeSize::dl ? 110 : 162) * kLabelMillimetre;
    LabelPaper paper{width, height};
    for (const auto& envelope : envelopes) {
        drawEnvelope(paper, envelope, sender, width, height);
        paper.nextPage();
    }
    return paper.finish();
}

}  // namespace congvu::outgoing
