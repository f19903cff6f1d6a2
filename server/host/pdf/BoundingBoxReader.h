// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/pdf/PdfInspector.h"

#include <string_view>

namespace congvu::host {

inline constexpr std::size_t kMaximumWords = 20'000;
inline constexpr std::size_t kMaximumTextCharacters = 200'000;

/// Reads the XHTML of `pdftotext -bbox-layout` (page, line, word elements in reading order) into words and text, up to the limits above.
/// Places are turned from "from the top" to points with the origin at the lower left. What does not look like that output is skipped.
void readBoundingBoxes(std::string_view xhtml, pdf::PdfContent& content);

}  // namespace congvu::host
