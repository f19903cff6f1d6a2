// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include <functional>
#include <string>

namespace congvu::templates {

/// Draws on a transparent picture of that size in pixels and returns it as PNG.
/// Throws std::runtime_error when Cairo fails.
std::string drawPng(int width, int height, const std::function<void(cairo_t*)>& draw);

}  // namespace congvu::templates
