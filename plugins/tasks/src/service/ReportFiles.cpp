// SPDX-License-Identifier: Apache-2.0
#include "service/ReportFiles.h"

#include "congvu/error/AppError.h"
#include "storage/ReportRepository.h"

namespace congvu::tasks {

namespace {

void check(const std::vector<files::UploadedFile>& uploads) {
    std::vector<FieldError> errors;
    if (uploads.size() > kMostFilesPerReport) {
        errors.push_back({"/file", "tasks.too-many-files", {{"most", std::to_string(kMostFilesPerReport)}}});
    }
    for (std::size_t index = 0; index < uploads.size(); ++index) {
        const auto& upload = uploads[index];
        const auto pointer = "/file/" + std::to_string(index);
        if (upload.sizeBytes == 0) {
            errors.push_back({pointer, "tasks.empty-file", {{"name", upload.name}}});
        } else if (upload.sizeBytes > kLargestFileBytes) {
            errors.push_back({pointer, "tasks.file-too-large", {{"name", upload.name}}});
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
}

}  // namespace

std::vector<ReportFiles::Placed> ReportFiles::place(const std::vector<files::UploadedFile>& uploads) const {
    check(uploads);
    std::vector<Placed> placed;
    placed.reserve(uploads.size());
    for (const auto& upload : uploads) {
        placed.push_back({upload, store_.place(upload)});
    }
    return placed;
}

void ReportFiles::record(db::Tx& tx, const Report& report, const std::vector<Placed>& placed) const {
    int position = 0;
    for (const auto& [upload, content] : placed) {
        const auto stored = store_.record(tx, content, upload.name, upload.mediaType, {"tasks", "task", report.taskId});
        ReportRepository::insertFile(tx, report, {stored.id, stored.name, stored.mediaType, stored.sizeBytes}, stored.sha256, position++);
    }
}

}  // namespace congvu::tasks
