// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/pdf/PdfInspector.h"
#include "domain/OwnFile.h"

#include <string>
#include <vector>

namespace congvu::outgoing {

/// A font as a PDF lists it.
struct PdfFont {
    std::string name;  ///< "BAAAAA+LiberationSerif"
    bool isEmbedded = false;
    bool hasUnicode = false;  ///< letters can be searched and copied
};

/// Points, as the reader sees the page.
struct PageSize {
    double width = 0;
    double height = 0;
};

/// What of the pages differs from Decree 30/2020, Appendix I, I: paper A4, margins of 20–25 mm at top and bottom, 30–35 mm on the left and
/// 15–20 mm on the right, Times New Roman in Unicode. Margins are measured at the words, one and a half millimetres of tolerance. The page
/// number in the upper margin is left out. Codes: "not-a4", "margin-left", "margin-right", "margin-top", "margin-bottom",
/// "font-not-embedded", "font-no-unicode", "font-family".
std::vector<OwnFileFinding> checkPages(const std::vector<PageSize>& pages, const std::vector<pdf::Word>& words,
                                       const std::vector<PdfFont>& fonts);

}  // namespace congvu::outgoing
