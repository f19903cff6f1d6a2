// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

namespace congvu::templates {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const noexcept { cairo_destroy(context); }
};

using SurfaceHandle = std::unique_ptr<cairo_surface_t, DestroySurface>;
using ContextHandle = std::unique_ptr<cairo_t, DestroyContext>;

/// A cairo_write_func_t that appends to the std::string it is given as closure.
inline cairo_status_t appendToString(void* target, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace congvu::templates
