// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/files/UploadedFile.h"
#include "domain/ExternalTask.h"
#include "service/ReportTasks.h"
#include "service/TargetResolver.h"
#include "service/TaskRecorder.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

struct ImportInput {
    bool dryRun = true;
};

/// What a file brought. Nothing is written while there are errors.
struct ImportResult {
    bool isDryRun = true;
    std::int64_t made = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;    ///< known and as they are here
    std::int64_t closed = 0;  ///< known, and done or cancelled here: left as they are
    std::vector<LineError> errors;
};

/// Takes tasks over from another system by their code, and reports back in the same columns. A code makes one task however often its file
/// comes; what the file says anew (words, field, deadline) changes the task. A deadline that the other system moves is no extension: it
/// becomes the original one. A file that says the same deadline as before leaves extensions, suspensions and corrections made here.
class ImportTasks {
public:
    struct Needs {
        db::Db& db;
        const TaskRecorder& recorder;
        const TargetResolver& targets;
        const directory::Directory& directory;
        audit::Audit& audit;
        const Clock& clock;
        std::filesystem::path folder;  ///< for files on their way
    };
    explicit ImportTasks(Needs needs) : needs_(std::move(needs)) {}

    static constexpr std::int64_t kMostReported = 20'000;

    /// AppError invalid "/file" for what is no table (readTableFile); wrong lines stand in the result.
    ImportResult run(const http::Caller& caller, const std::vector<files::UploadedFile>& uploads, const ImportInput& input);
    /// Every task with a code that the caller may see, by code, as XLSX or CSV.
    [[nodiscard]] Download reportBack(const http::Caller& caller, sheets::SheetFormat format) const;

private:
    Needs needs_;
};

}  // namespace congvu::tasks

namespace congvu::json {

template <>
struct Description<tasks::ImportInput> {
    static auto fields() { return std::tuple{field("dryRun", &tasks::ImportInput::dryRun)}; }
};

template <>
struct Description<tasks::ImportResult> {
    static auto fields() {
        using Result = tasks::ImportResult;
        return std::tuple{field("isDryRun", &Result::isDryRun), field("made", &Result::made),     field("changed", &Result::changed),
                          field("same", &Result::same),         field("closed", &Result::closed), field("errors", &Result::errors)};
    }
};

}  // namespace congvu::json
