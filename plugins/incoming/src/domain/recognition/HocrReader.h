// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageWord.h"

#include <string_view>
#include <vector>

namespace congvu::incoming {

/// Where a picture lies on its page.
struct PictureOnPage {
    int page = 1;
    double pageHeight = 842;    ///< points
    double pixelsPerPoint = 1;  ///< the picture's upper left corner is the page's
};

/// At most so many words of one page are kept.
inline constexpr std::size_t kMostRecognisedWords = 5'000;
/// Recognition is never as certain as the file's own words.
inline constexpr double kMostCertainRecognition = 0.99;

/// Reads the words of one page from hOCR, the XHTML that tesseract writes: `ocr_line` elements with a base line and a letter size,
/// `ocrx_word` elements with a box and a confidence. Every word gets the height of its line, as the words of a born-digital page have it,
/// so that both are put into lines alike. What does not look like that output is skipped.
std::vector<PageWord> readHocr(std::string_view xhtml, const PictureOnPage& picture);

}  // namespace congvu::incoming
