// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::tasks {

/// `progress`: on the way. `result`: handed in for acceptance.
enum class ReportKind { progress, result };

/// A file that belongs to a report.
struct ReportFile {
    std::string id;
    std::string name;
    std::string mediaType;
    std::int64_t sizeBytes = 0;
};

/// What a handler tells about a task, with files.
struct Report {
    std::string id;
    std::string taskId;
    ReportKind kind = ReportKind::progress;
    int percent = 0;
    std::string note;
    std::string postId;
    std::string personName;  ///< snapshot
    std::string postTitle;   ///< snapshot
    Timestamp reportedAt;
    std::vector<ReportFile> files;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::ReportKind> {
    using Kind = congvu::tasks::ReportKind;
    static constexpr std::array values{std::pair{Kind::progress, std::string_view{"progress"}},
                                       std::pair{Kind::result, std::string_view{"result"}}};
};

template <>
struct congvu::json::Description<congvu::tasks::ReportFile> {
    static auto fields() {
        using File = congvu::tasks::ReportFile;
        return std::tuple{field("id", &File::id), field("name", &File::name), field("mediaType", &File::mediaType),
                          field("sizeBytes", &File::sizeBytes)};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::Report> {
    static auto fields() {
        using Report = congvu::tasks::Report;
        return std::tuple{field("id", &Report::id),
                          field("kind", &Report::kind),
                          field("percent", &Report::percent),
                          field("note", &Report::note),
                          field("postId", &Report::postId),
                          field("personName", &Report::personName),
                          field("postTitle", &Report::postTitle),
                          field("reportedAt", &Report::reportedAt),
                          field("files", &Report::files)};
    }
};
