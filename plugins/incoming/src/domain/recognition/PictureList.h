// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string_view>

namespace congvu::incoming {

/// The pages that are covered by pictures, from what `pdfimages -list` writes: a line for each picture with its page, its size and its
/// resolution. Scanners also write a page as several strips, so the areas of a page's pictures are added. Sizes in points.
std::set<int> coveredPages(std::string_view listing, double pageWidth, double pageHeight);

}  // namespace congvu::incoming
