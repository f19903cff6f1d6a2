// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "congvu/log/Log.h"
#include "congvu/pdf/PdfInspector.h"
#include "domain/OwnFile.h"
#include "service/DocumentWork.h"
#include "service/OfficeConverter.h"
#include "service/Services.h"

#include <atomic>
#include <filesystem>
#include <string>

namespace congvu::outgoing {

/// Converts drafters' own files in the background, one after another: LibreOffice takes a core and much memory. What a restart has left is
/// taken up by the job "convert-own-files".
class ConvertOwnFiles {
public:
    static constexpr std::int64_t kMostAttempts = 3;

    struct Needs {
        DocumentWork& work;
        jobs::Jobs& jobs;
        pdf::PdfInspector& inspector;
        Log& log;
    };
    /// \p folder is the plugin's own, for what LibreOffice works with.
    ConvertOwnFiles(const Services& services, const Needs& needs, const std::filesystem::path& folder)
        : services_(services), needs_(needs), converter_(folder / "own-file") {}

    void addTo(jobs::Jobs& jobs);
    /// Starts the queue on the background pool, unless it runs.
    void runSoon();
    /// Converts what waits until nothing is left. Only one thread does so at a time.
    void runWaiting();

private:
    /// What a conversion has come to besides the row.
    struct Result {
        std::optional<files::PlacedContent> pdf;
        std::string text;
    };
    [[nodiscard]] Result convert(OwnFile& own) const;
    /// Measures, fonts and places of the PDF.
    void check(OwnFile& own, const std::filesystem::path& pdf, Result& result) const;
    void keep(OwnFile& own, const Result& result) const;

    Services services_;
    Needs needs_;
    OfficeConverter converter_;
    std::atomic_flag isConverting_;
};

}  // namespace congvu::outgoing
