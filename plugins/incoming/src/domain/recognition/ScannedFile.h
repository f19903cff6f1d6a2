// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageWord.h"
#include "domain/recognition/RecognisedPage.h"

#include <vector>

namespace congvu::incoming {

/// A file with what was recognised on those of its pages that have no usable words of their own.
struct ScannedFile {
    std::vector<PageWord> words;  ///< of the file itself, all pages
    double pageWidth = 0;         ///< of page 1, points
    double pageHeight = 0;
    std::vector<RecognisedPage> pages;  ///< in order
};

}  // namespace congvu::incoming
