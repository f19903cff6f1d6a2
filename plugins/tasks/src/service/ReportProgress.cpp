// SPDX-License-Identifier: Apache-2.0
#include "service/ReportProgress.h"

#include "service/ReportMaking.h"
#include "storage/ReportRepository.h"

namespace congvu::tasks {

void ReportProgress::run(const ActTarget& target, const ProgressInput& input, const std::vector<files::UploadedFile>& uploads) {
    db_.read([&](db::Reader& reader) { return taskForAct(reader, target, TaskAct::report).id; });  // before any byte is kept
    const auto placed = files_.place(uploads);
    db_.write([&](db::Tx& tx) {
        const auto before = taskForAct(tx, target, TaskAct::report);
        const auto report = makeReport(target.caller, before, ReportKind::progress, input.percent, input.note, clock_.now());
        ReportRepository::insert(tx, report);
        files_.record(tx, report, placed);
        Task after = before;
        after.percent = input.percent;
        recorder_.changed(tx, target.caller, before, after, {"report", input.note, reportFacts(input.percent, placed.size())});
    });
}

}  // namespace congvu::tasks
