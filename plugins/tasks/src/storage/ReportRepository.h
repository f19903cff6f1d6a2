// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Report.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// Reports of handlers and the files that belong to them.
class ReportRepository {
public:
    static void insert(db::Tx& tx, const Report& report);
    /// The file must be recorded in the file store within the same transaction.
    static void insertFile(db::Tx& tx, const Report& report, const ReportFile& file, std::string_view sha256, int position);
    /// Newest first with their files, at most 200.
    static std::vector<Report> ofTask(db::Reader& reader, std::string_view taskId);
    static bool hasFile(db::Reader& reader, std::string_view taskId, std::string_view fileId);
};

}  // namespace congvu::tasks
