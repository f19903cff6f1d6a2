// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/ReportFiles.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

/// `documentId`: the outgoing document that is the answer; `documentLabel` is how it is shown ("15/UBND-VX").
struct ResultInput {
    std::string note;
    std::optional<std::string> documentId;
    std::string documentLabel;
};

/// A handler or head hands the result in (trình kết quả). The day of this act decides about "on time". Open sub-tasks come first.
class SubmitResult {
public:
    SubmitResult(db::Db& db, const TaskRecorder& recorder, const ReportFiles& files, const Clock& clock)
        : db_(db), recorder_(recorder), files_(files), clock_(clock) {}
    /// AppError conflict "tasks.open-subtasks"; invalid as ReportFiles::place says.
    void run(const ActTarget& target, const ResultInput& input, const std::vector<files::UploadedFile>& uploads);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const ReportFiles& files_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::ResultInput> {
    static auto fields() {
        using Input = congvu::tasks::ResultInput;
        return std::tuple{field("note", &Input::note).required().maxLength(5000).multiline(),
                          field("documentId", &Input::documentId).maxLength(40),
                          field("documentLabel", &Input::documentLabel).maxLength(100)};
    }
};
