// SPDX-License-Identifier: Apache-2.0
#include "PngWriter.h"

#include <memory>
#include <stdexcept>

namespace congvu::templates {

namespace {

cairo_status_t append(void* target, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
};

}  // namespace

std::string drawPng(int width, int height, const std::function<void(cairo_t*)>& draw) {
    const std::unique_ptr<cairo_surface_t, DestroySurface> surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    const std::unique_ptr<cairo_t, DestroyContext> context(cairo_create(surface.get()));
    draw(context.get());
    std::string png;
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("The picture could not be drawn: ") + cairo_status_to_string(status));
    }
    return png;
}

}  // namespace congvu::templates
