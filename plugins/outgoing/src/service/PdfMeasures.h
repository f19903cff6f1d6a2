// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/PageCheck.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Sizes of pages and fonts of a PDF, told by poppler in limited child processes. What cannot be told is empty.
struct PdfMeasures {
    std::vector<PageSize> pages;
    std::vector<PdfFont> fonts;

    /// Blocks for some seconds at most.
    static PdfMeasures of(const std::filesystem::path& pdf);
};

/// The lines of `pdfinfo -f 1 -l N`: "Page    1 size:  595.3 x 841.9 pts (A4)".
std::vector<PageSize> pageSizesIn(std::string_view pdfinfo);
/// The table of `pdffonts`; its last columns are emb, sub, uni and the object's two numbers.
std::vector<PdfFont> fontsIn(std::string_view pdffonts);

}  // namespace congvu::outgoing
