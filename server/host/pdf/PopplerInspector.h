// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/log/Log.h"
#include "congvu/pdf/PdfInspector.h"

#include <filesystem>
#include <semaphore>
#include <string>
#include <vector>

namespace congvu::host {

/// Reads PDFs with pdfinfo and pdftotext (poppler-utils) in limited child processes. A file that takes longer, needs more memory or gives
/// more text than the limits allow is "too large inside". Thread-safe; at most a few children run at once.
class PopplerInspector final : public pdf::PdfInspector {
public:
    explicit PopplerInspector(Log& log) : log_(log) {}
    pdf::PdfContent inspect(const std::filesystem::path& file) override;

private:
    pdf::PdfProblem readFacts(const std::filesystem::path& file, pdf::PdfContent& content);
    pdf::PdfProblem readWords(const std::filesystem::path& file, pdf::PdfContent& content);

    static constexpr int kChildrenAtOnce = 4;
    Log& log_;
    std::counting_semaphore<kChildrenAtOnce> free_{kChildrenAtOnce};
};

}  // namespace congvu::host
