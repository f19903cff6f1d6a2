// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ReportFiles.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

struct ProgressInput {
    int percent = 0;
    std::string note;
};

/// A handler tells how far the work is (báo cáo tiến độ), with files.
class ReportProgress {
public:
    ReportProgress(db::Db& db, const TaskRecorder& recorder, const ReportFiles& files, const Clock& clock)
        : db_(db), recorder_(recorder), files_(files), clock_(clock) {}
    /// AppError invalid as ReportFiles::place says.
    void run(const ActTarget& target, const ProgressInput& input, const std::vector<files::UploadedFile>& uploads);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const ReportFiles& files_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::ProgressInput> {
    static auto fields() {
        using Input = congvu::tasks::ProgressInput;
        return std::tuple{field("percent", &Input::percent).required().range(0, 100),
                          field("note", &Input::note).required().maxLength(5000).multiline()};
    }
};
