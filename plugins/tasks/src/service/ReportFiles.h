// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/FileStore.h"
#include "domain/Report.h"

#include <vector>

namespace congvu::tasks {

inline constexpr std::size_t kMostFilesPerReport = 20;
inline constexpr std::int64_t kLargestFileBytes = 50LL * 1024 * 1024;  ///< what provinces allow for one file

/// Files of a report on their way into the store: first the bytes, before the transaction; then the rows, inside it.
class ReportFiles {
public:
    explicit ReportFiles(files::FileStore& store) : store_(store) {}

    struct Placed {
        files::UploadedFile upload;
        files::PlacedContent content;
    };
    /// AppError invalid "/file/<n>" for an empty or too large file, "/file" for too many.
    [[nodiscard]] std::vector<Placed> place(const std::vector<files::UploadedFile>& uploads) const;
    /// Names the files for the report, which must be stored already.
    void record(db::Tx& tx, const Report& report, const std::vector<Placed>& placed) const;

private:
    files::FileStore& store_;
};

}  // namespace congvu::tasks
