// SPDX-License-Identifier: Apache-2.0
#include "service/SubmitResult.h"

#include "congvu/error/AppError.h"
#include "service/ReportMaking.h"
#include "storage/ReportRepository.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

namespace {

void refuseOpenSubtasks(db::Reader& reader, const Task& task) {
    const auto open = TaskRepository::openSubtasks(reader, task.id);
    if (open > 0) {
        throw AppError(ErrorKind::conflict, "tasks.open-subtasks", {{"count", std::to_string(open)}});
    }
}

/// The answer is a document that was issued for this very task; which one it is, its plugin has told (RecordAnswer).
void refuseOtherDocument(const Task& task, const ResultInput& input) {
    if (input.documentId && input.documentId != task.resultDocumentId) {
        throw AppError::invalidField("/documentId", "tasks.unknown-document");
    }
}

}  // namespace

void SubmitResult::run(const ActTarget& target, const ResultInput& input, const std::vector<files::UploadedFile>& uploads) {
    db_.read([&](db::Reader& reader) { return taskForAct(reader, target, TaskAct::submit).id; });  // before any byte is kept
    const auto placed = files_.place(uploads);
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::submit);
        refuseOpenSubtasks(tx, before);
        refuseOtherDocument(before, input);
        const auto report = makeReport(target.caller, before, ReportKind::result, 100, input.note, clock_.now());
        ReportRepository::insert(tx, report);
        files_.record(tx, report, placed);
        Task after = before;
        after.state = TaskState::submitted;
        after.percent = 100;
        after.judgedOn = clock_.today();
        after.resultDocumentId = input.documentId;
        after.resultDocumentLabel = input.documentLabel;
        recorder_.changed(tx, target.caller, before, after, {"submit", input.note, reportFacts(100, placed.size())});
    });
}

}  // namespace congvu::tasks
