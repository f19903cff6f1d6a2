// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/ports/Ports.h"
#include "congvu/ports/TaskDirectory.h"
#include "service/DayReckoner.h"
#include "service/TaskPresenter.h"
#include "service/TaskViews.h"

namespace congvu::tasks {

/// Tasks that were made from a document, and single tasks for other plugins (port congvu.tasks.v1).
class TasksOfSource : public ports::TaskDirectory {
public:
    TasksOfSource(db::Db& db, const TaskPresenter& presenter, const DayReckoner& days, const ports::Ports& ports,
                  const directory::Directory& directory)
        : db_(db), presenter_(presenter), days_(days), ports_(ports), directory_(directory) {}

    /// For the panel on the page of an incoming document: every task of it for whoever may see the document, only visible tasks for others.
    [[nodiscard]] RelatedList forPanel(const http::Caller& caller, const EntityRef& source) const;

    /// Nothing where this plugin is off for the caller's unit.
    std::optional<ports::TaskSummary> find(db::Reader& reader, const http::Caller& caller, std::string_view taskId) override;
    std::vector<ports::TaskSummary> ofSource(db::Reader& reader, const EntityRef& source) override;

private:
    [[nodiscard]] ports::TaskSummary summary(const Task& task) const;

    db::Db& db_;
    const TaskPresenter& presenter_;
    const DayReckoner& days_;
    const ports::Ports& ports_;
    const directory::Directory& directory_;
};

}  // namespace congvu::tasks
