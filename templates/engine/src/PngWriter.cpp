// SPDX-License-Identifier: Apache-2.0
#include "PngWriter.h"

#include "CairoHandles.h"

#include <stdexcept>

namespace congvu::templates {

std::string drawPng(int width, int height, const std::function<void(cairo_t*)>& draw) {
    const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    const ContextHandle context(cairo_create(surface.get()));
    draw(context.get());
    std::string png;
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), appendToString, &png);
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("The picture could not be drawn: ") + cairo_status_to_string(status));
    }
    return png;
}

}  // namespace congvu::templates
