// SPDX-License-Identifier: Apache-2.0
#include "storage/ReportRepository.h"

#include "congvu/json/Decode.h"

#include <map>

namespace congvu::tasks {

namespace {

Report reportFrom(const db::Row& row) {
    Report report;
    report.id = row.string(0);
    report.taskId = row.string(1);
    report.kind = json::enumFrom<ReportKind>(row.text(2)).value_or(ReportKind::progress);
    report.percent = static_cast<int>(row.integer(3));
    report.note = row.string(4);
    report.postId = row.string(5);
    report.personName = row.string(6);
    report.postTitle = row.string(7);
    report.reportedAt = row.time(8);
    return report;
}

}  // namespace

void ReportRepository::insert(db::Tx& tx, const Report& report) {
    tx.execute(R"(INSERT INTO tasks_report (id, task_id, kind, percent, note, post_id, person_name, post_title, reported_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
               {report.id, report.taskId, json::nameOf(report.kind), report.percent, report.note, report.postId, report.personName,
                report.postTitle, report.reportedAt});
}

void ReportRepository::insertFile(db::Tx& tx, const Report& report, const ReportFile& file, std::string_view sha256, int position) {
    tx.execute(R"(INSERT INTO tasks_file (file_id, task_id, report_id, name, media_type, sha256, size_bytes, position)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
               {file.id, report.taskId, report.id, file.name, file.mediaType, sha256, file.sizeBytes, position});
}

std::vector<Report> ReportRepository::ofTask(db::Reader& reader, std::string_view taskId) {
    auto reports = reader.list(R"(SELECT id, task_id, kind, percent, note, post_id, person_name, post_title, reported_at FROM tasks_report
                                  WHERE task_id = $1 ORDER BY reported_at DESC, id DESC LIMIT 200)",
                               {taskId}, reportFrom);
    std::map<std::string, Report*, std::less<>> byId;
    for (auto& report : reports) {
        byId[report.id] = &report;
    }
    reader.query(R"(SELECT report_id, file_id, name, media_type, size_bytes FROM tasks_file
                    WHERE task_id = $1 ORDER BY report_id, position LIMIT 4000)",
                 {taskId}, [&](const db::Row& row) {
                     const auto report = byId.find(row.text(0));
                     if (report != byId.end()) {
                         report->second->files.push_back({row.string(1), row.string(2), row.string(3), row.integer(4)});
                     }
                 });
    return reports;
}

bool ReportRepository::hasFile(db::Reader& reader, std::string_view taskId, std::string_view fileId) {
    return reader.exists("SELECT 1 FROM tasks_file WHERE file_id = $1 AND task_id = $2", {fileId, taskId});
}

}  // namespace congvu::tasks
