// SPDX-License-Identifier: Apache-2.0
#include "PageDrawing.h"

#include "CairoHandles.h"
#include "Units.h"

#include <cairo-pdf.h>

#include <cmath>
#include <memory>
#include <stdexcept>

namespace congvu::templates {

namespace {

constexpr double kWatermarkGrey = 0.88;
constexpr double kWatermarkSize = 96;
constexpr double kWatermarkAngle = -0.9;

void drawWatermark(cairo_t* context, const Typesetter& typesetter) {
    TextStyle style;
    style.size = kWatermarkSize;
    style.bold = true;
    const auto text = typesetter.set({{"DỰ THẢO"}}, style, kPageHeightPt);
    cairo_save(context);
    cairo_set_source_rgb(context, kWatermarkGrey, kWatermarkGrey, kWatermarkGrey);
    cairo_translate(context, kPageWidthPt / 2, kPageHeightPt / 2);
    cairo_rotate(context, kWatermarkAngle);
    text->draw(context, -kPageHeightPt / 2, -text->height() / 2);
    cairo_restore(context);
}

/// Decree 30/2020, App. I: in the middle of the upper margin, not on the first page; an appendix counts its own pages.
void drawPageNumber(cairo_t* context, int page, const PageSpec& spec, const Typesetter& typesetter) {
    TextStyle style;
    style.size = spec.pageNumberSize;
    const double left = millimetres(spec.marginLeftMm);
    const double width = kPageWidthPt - left - millimetres(spec.marginRightMm);
    const auto text = typesetter.set({{std::to_string(page)}}, style, width);
    text->draw(context, left, millimetres(spec.marginTopMm) / 2 - text->height() / 2);
}

/// Draws the boxes of one page; boxes of one block become one element of the structure tree.
void drawContent(Canvas& canvas, const PageContent& content, const PageSpec& spec) {
    const double left = millimetres(spec.marginLeftMm);
    const double top = millimetres(spec.marginTopMm);
    const FlowBox* open = nullptr;
    for (const PlacedBox& placed : content) {
        const bool sameElement = open != nullptr && open->block == placed.box->block;
        if (!sameElement) {
            if (open != nullptr) {
                cairo_tag_end(canvas.context, open->tag);
            }
            cairo_tag_begin(canvas.context, placed.box->tag, nullptr);
            open = placed.box;
        }
        placed.box->draw(canvas, left, top + placed.y);
    }
    if (open != nullptr) {
        cairo_tag_end(canvas.context, open->tag);
    }
}

std::vector<FieldToAdd> drawFaces(cairo_surface_t* surface, cairo_t* context, const std::vector<ReservedField>& reserved, int pages) {
    std::vector<FieldToAdd> fields;
    for (const ReservedField& field : reserved) {
        FieldToAdd toAdd{field, -1};
        if (field.face) {
            cairo_pdf_surface_set_size(surface, field.anchor.width, field.anchor.height);
            field.face(context);
            cairo_show_page(context);
            toAdd.facePage = pages++;
        }
        fields.push_back(std::move(toAdd));
    }
    return fields;
}

}  // namespace

Drawing drawPages(const std::vector<PageContent>& pages, const PageSpec& spec, RenderPurpose purpose, const Typesetter& typesetter) {
    Drawing drawing;
    const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(appendToString, &drawing.pdf, kPageWidthPt, kPageHeightPt));
    const ContextHandle context(cairo_create(surface.get()));
    Canvas canvas;
    canvas.context = context.get();
    cairo_tag_begin(context.get(), "Document", nullptr);
    int pageNumber = 0;
    for (const PageContent& page : pages) {
        pageNumber = page.front().box->startsSection ? 1 : pageNumber + 1;
        if (purpose == RenderPurpose::preview) {
            drawWatermark(context.get(), typesetter);
        }
        if (pageNumber > 1) {
            drawPageNumber(context.get(), pageNumber, spec, typesetter);
        }
        drawContent(canvas, page, spec);
        cairo_show_page(context.get());
        ++canvas.page;
    }
    cairo_tag_end(context.get(), "Document");
    drawing.fields = drawFaces(surface.get(), context.get(), canvas.reserved, static_cast<int>(pages.size()));
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("The document could not be drawn: ") + cairo_status_to_string(status));
    }
    return drawing;
}

}  // namespace congvu::templates
