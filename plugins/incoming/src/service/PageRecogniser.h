// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/recognition/RecognisedPage.h"

#include "congvu/log/Log.h"

#include <filesystem>
#include <set>
#include <string>

namespace congvu::incoming {

/// The programs that recognition runs, each as a limited child process. Every one of them reads hostile files.
struct RecognitionTools {
    std::filesystem::path drawer = "/usr/bin/pdftoppm";
    std::filesystem::path preparer;  ///< congvu-scan, beside the server's own program
    std::filesystem::path recogniser = "/usr/bin/tesseract";
    std::filesystem::path pictureLister = "/usr/bin/pdfimages";

    /// Where Debian and the build put them.
    static RecognitionTools installed();
};

enum class RecognitionProblem {
    none,
    unavailable,  ///< a program or the Vietnamese language data is not installed
    unreadable,   ///< the page cannot be drawn or recognised, or takes more time or memory than it may
};

struct PageRecognition {
    RecognitionProblem problem = RecognitionProblem::none;
    RecognisedPage page;
};

/// Recognises the words of one page: pdftoppm draws it, congvu-scan turns it upright and separates red ink from black, tesseract reads
/// black, the head once more, and red. Blocks for seconds: call it from a background thread, outside any transaction. Thread-safe.
class PageRecogniser {
public:
    /// Pictures lie in folders below `workshop` while a page is worked on; what a crash has left there is removed now.
    PageRecogniser(RecognitionTools tools, const std::filesystem::path& workshop, Log& log);

    /// `longSide` is that of the page, in points.
    [[nodiscard]] PageRecognition run(const std::filesystem::path& file, int page, double longSide) const;
    /// Pages among the first `most` that are covered by pictures: scans, whatever words lie behind them.
    [[nodiscard]] std::set<int> picturePages(const std::filesystem::path& file, double pageWidth, double pageHeight, int most) const;

private:
    RecognitionTools tools_;
    std::filesystem::path workshop_;
    Log& log_;
};

}  // namespace congvu::incoming
