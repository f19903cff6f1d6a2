// SPDX-License-Identifier: Apache-2.0
#include "service/ReportMaking.h"

#include "congvu/ids/Id.h"
#include "congvu/json/Writer.h"

namespace congvu::tasks {

Report makeReport(const http::Caller& caller, const Task& task, ReportKind kind, int percent, std::string note, Timestamp at) {
    Report report;
    report.id = newId();
    report.taskId = task.id;
    report.kind = kind;
    report.percent = percent;
    report.note = std::move(note);
    report.postId = caller.postId;
    report.personName = caller.personName;
    report.postTitle = caller.postTitle;
    report.reportedAt = at;
    return report;
}

std::string reportFacts(int percent, std::size_t files) {
    json::Writer out;
    out.beginObject().key("percent").integer(percent).key("files").integer(static_cast<std::int64_t>(files)).endObject();
    return out.take();
}

}  // namespace congvu::tasks
