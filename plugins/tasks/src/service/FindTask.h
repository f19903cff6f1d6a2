// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "congvu/ports/Ports.h"
#include "service/DayReckoner.h"
#include "service/TaskPresenter.h"
#include "service/TaskViews.h"

#include <string_view>

namespace congvu::tasks {

/// One task with all that belongs to it. AppError notFound for what the caller may not see.
class FindTask {
public:
    struct Needs {
        db::Db& db;
        const TaskPresenter& presenter;
        const DayReckoner& days;
        inbox::Timeline& timeline;
        files::FileStore& files;
        const ports::Ports& ports;
    };
    explicit FindTask(const Needs& needs) : needs_(needs) {}

    /// AppError notFound unless the caller sees the task. Acts ask this before they look at what was sent.
    void requireVisible(const http::Caller& caller, std::string_view taskId) const;
    [[nodiscard]] TaskDetail detail(const http::Caller& caller, std::string_view taskId) const;
    [[nodiscard]] std::vector<inbox::TimelineEntry> timeline(const http::Caller& caller, std::string_view taskId) const;
    /// A file of one of the task's reports.
    [[nodiscard]] files::StoredFile file(const http::Caller& caller, std::string_view taskId, std::string_view fileId) const;

private:
    void addRelated(db::Reader& reader, const http::Caller& caller, const Task& task, TaskDetail& detail) const;
    void addSourceDocument(db::Reader& reader, const http::Caller& caller, const Task& task, TaskDetail& detail) const;

    Needs needs_;
};

}  // namespace congvu::tasks
