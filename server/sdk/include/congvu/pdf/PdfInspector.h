// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace congvu::pdf {

/// What keeps a file from being accepted as a document.
enum class PdfProblem { none, empty, notPdf, truncated, encrypted, tooManyPages, tooLargeInside, endlessPages };

/// A word with its place: points, origin at the lower left, page counted from 1.
struct Word {
    std::string text;
    int page = 1;
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double fontSize = 0;  ///< height of its line, an estimate
};

struct PdfContent {
    PdfProblem problem = PdfProblem::none;
    int pages = 0;
    double pageWidth = 0;  ///< of page 1, points
    double pageHeight = 0;
    std::vector<Word> words;  ///< reading order, at most the first 20 pages and 20,000 words
    std::string text;         ///< at most 200,000 characters
};

/// Reads hostile PDFs in a child process with limits on time, memory and output, never in the server's own memory.
class PdfInspector {
public:
    virtual ~PdfInspector() = default;
    /// Blocks for up to 10 seconds: call it from a pool thread, outside any transaction.
    virtual PdfContent inspect(const std::filesystem::path& file) = 0;
};

}  // namespace congvu::pdf
