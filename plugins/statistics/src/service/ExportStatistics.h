// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/ReadStatistics.h"

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/sheets/SheetFiles.h"

#include <filesystem>
#include <string>
#include <utility>

namespace congvu::statistics {

/// A file to save.
struct ExportedFile {
    std::string bytes;
    std::string mediaType;
    std::string name;
};

/// The report as PDF, XLSX or CSV; who took what stands in the audit log.
class ExportStatistics {
public:
    struct Needs {
        db::Db& db;
        const ReadStatistics& reading;
        const directory::Directory& directory;
        audit::Audit& audit;
        std::filesystem::path folder;  ///< for files on their way
    };
    explicit ExportStatistics(Needs needs) : needs_(std::move(needs)) {}

    [[nodiscard]] ExportedFile run(const http::Caller& caller, const ReportQuestion& question, sheets::SheetFormat format) const;

private:
    Needs needs_;
};

}  // namespace congvu::statistics
