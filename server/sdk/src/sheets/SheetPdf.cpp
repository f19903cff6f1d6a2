// SPDX-License-Identifier: Apache-2.0
#include "congvu/error/AppError.h"
#include "congvu/sheets/SheetFiles.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <algorithm>
#include <memory>
#include <numeric>

namespace congvu::sheets {

namespace {

constexpr double kMillimetre = 72.0 / 25.4;
constexpr double kShortSide = 210 * kMillimetre;
constexpr double kLongSide = 297 * kMillimetre;
constexpr double kTop = 20 * kMillimetre;
constexpr double kBottom = 20 * kMillimetre;
constexpr double kLeft = 30 * kMillimetre;
constexpr double kRight = 15 * kMillimetre;
constexpr double kPadding = 3;
constexpr double kLine = 0.5;

struct Unreference {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Layout = std::unique_ptr<PangoLayout, Unreference>;

enum class Weight { normal, bold, italic };

struct Style {
    double size = 13;
    Weight weight = Weight::normal;
    CellAlign align = CellAlign::left;
    bool isCapitals = false;
};

/// Sets a sheet page by page. Coordinates in points from the upper left.
class SheetSetter {
public:
    explicit SheetSetter(const Sheet& sheet)
        : sheet_(sheet), width_(sheet.isLandscape ? kLongSide : kShortSide), height_(sheet.isLandscape ? kShortSide : kLongSide) {
        surface_ = cairo_pdf_surface_create_for_stream(&SheetSetter::append, &pdf_, width_, height_);
        cairo_ = cairo_create(surface_);
    }
    SheetSetter(const SheetSetter&) = delete;
    SheetSetter& operator=(const SheetSetter&) = delete;
    ~SheetSetter() {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }

    std::string run() {
        letterhead();
        titles();
        paragraphs(sheet_.before);
        if (!sheet_.columns.empty()) {
            y_ += 6;
            table();
        }
        y_ += 6;
        paragraphs(sheet_.after);
        signatures();
        cairo_show_page(cairo_);
        cairo_surface_finish(surface_);
        if (cairo_surface_status(surface_) != CAIRO_STATUS_SUCCESS) {
            throw AppError(ErrorKind::unavailable, "sheets.cannot-write");
        }
        return std::move(pdf_);
    }

private:
    static cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    }
    [[nodiscard]] double textWidth() const { return width_ - kLeft - kRight; }

    Layout layoutOf(const std::string& text, double width, const Style& style) {
        Layout layout{pango_cairo_create_layout(cairo_)};
        auto* font = pango_font_description_new();
        pango_font_description_set_family_static(font, "Liberation Serif");
        pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
        pango_font_description_set_weight(font, style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_style(font, style.weight == Weight::italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(layout.get(), style.align == CellAlign::centre  ? PANGO_ALIGN_CENTER
                                                 : style.align == CellAlign::right ? PANGO_ALIGN_RIGHT
                                                                                   : PANGO_ALIGN_LEFT);
        if (style.isCapitals) {
            auto* attributes = pango_attr_list_new();
            pango_attr_list_insert(attributes, pango_attr_text_transform_new(PANGO_TEXT_TRANSFORM_UPPERCASE));
            pango_layout_set_attributes(layout.get(), attributes);
            pango_attr_list_unref(attributes);
        }
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }
    static double heightOf(const Layout& layout) {
        int width = 0;
        int height = 0;
        pango_layout_get_size(layout.get(), &width, &height);
        return static_cast<double>(height) / PANGO_SCALE;
    }
    void show(const Layout& layout, double x, double y) {
        cairo_move_to(cairo_, x, y);
        pango_cairo_show_layout(cairo_, layout.get());
    }
    double block(const std::string& text, double x, double y, double width, const Style& style) {
        const auto layout = layoutOf(text, width, style);
        show(layout, x, y);
        return y + heightOf(layout);
    }
    void line(double x1, double y1, double x2, double y2) {
        cairo_set_line_width(cairo_, kLine);
        cairo_move_to(cairo_, x1, y1);
        cairo_line_to(cairo_, x2, y2);
        cairo_stroke(cairo_);
    }
    void newPage() {
        cairo_show_page(cairo_);
        ++page_;
        const auto number = layoutOf(std::to_string(page_), textWidth(), {13, Weight::normal, CellAlign::centre});
        show(number, kLeft, kTop / 2);
        y_ = kTop;
    }
    /// True when so much still fits on the page.
    [[nodiscard]] bool fits(double height) const { return y_ + height <= height_ - kBottom; }

    void letterhead() {
        constexpr double kLeftShare = 0.42;
        const double left = textWidth() * kLeftShare;
        const double right = textWidth() - left;
        double leftEnd = y_;
        if (!sheet_.superior.empty()) {
            leftEnd = block(sheet_.superior, kLeft, leftEnd, left, {12, Weight::normal, CellAlign::centre, true});
        }
        leftEnd = block(sheet_.issuer, kLeft, leftEnd, left, {12, Weight::bold, CellAlign::centre, true});
        line(kLeft + left * 0.33, leftEnd + 2, kLeft + left * 0.67, leftEnd + 2);
        const double x = kLeft + left;
        double rightEnd = block("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x, kTop, right, {12, Weight::bold, CellAlign::centre});
        rightEnd = block("Độc lập - Tự do - Hạnh phúc", x, rightEnd, right, {13, Weight::bold, CellAlign::centre});
        line(x + right * 0.18, rightEnd + 2, x + right * 0.82, rightEnd + 2);
        if (!sheet_.placeAndDate.empty()) {
            rightEnd = block(sheet_.placeAndDate, x, rightEnd + 6, right, {13, Weight::italic, CellAlign::centre});
        }
        y_ = std::max(leftEnd, rightEnd) + 18;
    }
    void titles() {
        for (std::size_t index = 0; index < sheet_.title.size(); ++index) {
            const Style style{index == 0 ? 14.0 : 13.0, Weight::bold, CellAlign::centre};
            y_ = block(sheet_.title[index], kLeft, y_, textWidth(), style) + 2;
        }
        y_ += 10;
    }
    void paragraphs(const std::vector<std::string>& texts) {
        for (const auto& text : texts) {
            const auto layout = layoutOf(text, textWidth(), {13, Weight::normal, CellAlign::left});
            if (!fits(heightOf(layout))) {
                newPage();
            }
            show(layout, kLeft, y_);
            y_ += heightOf(layout) + 6;
        }
    }
    [[nodiscard]] std::vector<double> widths() const {
        const double shares = std::accumulate(sheet_.columns.begin(), sheet_.columns.end(), 0.0,
                                              [](double sum, const SheetColumn& column) { return sum + column.share; });
        std::vector<double> widths;
        for (const auto& column : sheet_.columns) {
            widths.push_back(textWidth() * column.share / shares);
        }
        return widths;
    }
    void table() {
        const auto columnWidths = widths();
        SheetRow head;
        SheetRow numbers;
        for (const auto& column : sheet_.columns) {
            head.cells.push_back(column.title);
            numbers.cells.push_back('(' + std::to_string(numbers.cells.size() + 1) + ')');
        }
        head.isHeading = true;
        tableRow(head, columnWidths, true);
        tableRow(numbers, columnWidths, true);
        for (const auto& row : sheet_.rows) {
            if (!fits(rowHeight(row, columnWidths))) {
                newPage();
                tableRow(head, columnWidths, true);
            }
            tableRow(row, columnWidths, false);
        }
    }
    Style cellStyle(const SheetRow& row, std::size_t column, bool isHead) const {
        return {isHead ? 12.0 : 12.5, row.isHeading ? Weight::bold : Weight::normal,
                isHead ? CellAlign::centre : sheet_.columns[column].align};
    }
    double rowHeight(const SheetRow& row, const std::vector<double>& columnWidths) {
        double height = 0;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            height =
                std::max(height, heightOf(layoutOf(row.cells[column], columnWidths[column] - 2 * kPadding, cellStyle(row, column, false))));
        }
        return height + 2 * kPadding;
    }
    /// A row that is higher than a page runs over its lower edge; no form has such texts (500 characters at most in a cell).
    void tableRow(const SheetRow& row, const std::vector<double>& columnWidths, bool isHead) {
        const double height = rowHeight(row, columnWidths);
        double x = kLeft;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const auto layout = layoutOf(row.cells[column], columnWidths[column] - 2 * kPadding, cellStyle(row, column, isHead));
            show(layout, x + kPadding, y_ + kPadding);
            cairo_set_line_width(cairo_, kLine);
            cairo_rectangle(cairo_, x, y_, columnWidths[column], height);
            cairo_stroke(cairo_);
            x += columnWidths[column];
        }
        y_ += height;
    }
    void signatures() {
        if (sheet_.left.empty() && sheet_.right.empty()) {
            return;
        }
        constexpr double kHeight = 150;
        constexpr double kRoomToSign = 56;
        if (!fits(kHeight)) {
            newPage();
        }
        y_ += 12;
        const double half = textWidth() / 2;
        const auto column = [&](const std::vector<std::string>& lines, double x) {
            double y = y_;
            for (std::size_t index = 0; index < lines.size(); ++index) {
                const bool isName = index >= 2;
                y += index == 2 ? kRoomToSign : 0;
                const bool isItalic = !isName && lines[index].starts_with('(');
                y = block(lines[index], x, y, half, {13, isItalic ? Weight::italic : Weight::bold, CellAlign::centre});
            }
        };
        column(sheet_.left, kLeft);
        column(sheet_.right, kLeft + half);
    }

    const Sheet& sheet_;
    double width_;
    double height_;
    double y_ = kTop;
    int page_ = 1;
    std::string pdf_;
    cairo_surface_t* surface_ = nullptr;
    cairo_t* cairo_ = nullptr;
};

}  // namespace

std::string pdfOf(const Sheet& sheet) {
    return SheetSetter{sheet}.run();
}

}  // namespace congvu::sheets
