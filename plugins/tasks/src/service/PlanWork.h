// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/FileStore.h"
#include "service/Plans.h"
#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// What is done with the items of a programme: tasks are made of them, progress and evidence are recorded.
class PlanWork {
public:
    static constexpr std::size_t kMostFiles = 10;                     ///< in one report
    static constexpr std::int64_t kLargestFile = 50LL * 1024 * 1024;  ///< bytes

    struct Needs {
        db::Db& db;
        const Plans& plans;
        const TaskRecorder& recorder;
        const TargetResolver& targets;
        files::FileStore& files;
        const Clock& clock;
    };
    explicit PlanWork(const Needs& needs) : needs_(needs) {}

    /// Gives the tasks of these items, each once however often it is asked. AppError conflict "tasks.plan-not-running".
    PlanTasksResult giveTasks(const http::Caller& caller, std::string_view planId, const PlanTasksInput& input);
    /// Per cent, a remark and files of evidence. The per cent of an item that has a task is the task's.
    void report(const http::Caller& caller, std::string_view planId, std::string_view itemId, const ItemProgress& input,
                const std::vector<files::UploadedFile>& uploads);
    [[nodiscard]] files::StoredFile evidence(const http::Caller& caller, std::string_view planId, std::string_view itemId,
                                             std::string_view fileId) const;

private:
    [[nodiscard]] PlanTaskRow giveTask(db::Tx& tx, const http::Caller& caller, const Plan& plan, const std::string& itemId) const;

    Needs needs_;
};

}  // namespace congvu::tasks
