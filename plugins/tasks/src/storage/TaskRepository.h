// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Conditions.h"
#include "congvu/db/Tx.h"
#include "domain/Task.h"
#include "domain/TaskRights.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::tasks {

/// A task beside another one (co-operating, sub-task, same document), and whether the viewer may open it.
struct RelatedTask {
    Task task;
    bool mayOpen = false;
};

/// How many tasks of a source stand where; sub-tasks are the unit's own business and are not counted.
struct SourceProgress {
    std::int64_t total = 0;
    std::int64_t done = 0;
    std::int64_t cancelled = 0;
    std::int64_t started = 0;  ///< in progress, submitted or done
};

/// Single tasks: rows of tasks_task and tasks_access.
class TaskRepository {
public:
    /// Adds the condition under which the viewer may see task `t` (docs: row-level policy). The viewer must outlive the statement.
    static void restrictTo(db::Conditions& conditions, const Viewer& viewer);

    /// False when the assignment of that direction has a task already.
    static bool insert(db::Tx& tx, const Task& task, std::string_view folded);
    /// Writes every changeable column; false when the stored version is not task.version - 1.
    static bool update(db::Tx& tx, const Task& task, std::string_view folded);
    /// Who may see the task, written anew; former handlers keep their sight.
    static void writeAccess(db::Tx& tx, const Task& task);

    static std::optional<Task> find(db::Reader& reader, std::string_view id);
    /// Nothing when there is none or the viewer may not see it.
    static std::optional<Task> findVisible(db::Reader& reader, std::string_view id, const Viewer& viewer);
    /// Those of the ids (at most 200) that the viewer may see.
    static std::vector<Task> findAllVisible(db::Reader& reader, const std::vector<std::string>& ids, const Viewer& viewer);
    /// Tasks below a task, oldest first, at most 200.
    static std::vector<RelatedTask> children(db::Reader& reader, std::string_view parentId, const Viewer& viewer);
    static std::optional<RelatedTask> parent(db::Reader& reader, std::string_view parentId, const Viewer& viewer);
    /// Tasks of a source, oldest first, at most 200.
    static std::vector<RelatedTask> ofSource(db::Reader& reader, const TaskSource& source, const Viewer& viewer);
    /// Tasks of a direction with all that hangs below them, at most 1000.
    static std::vector<Task> ofDirection(db::Reader& reader, std::string_view directionId);
    static std::int64_t openSubtasks(db::Reader& reader, std::string_view parentId);
    static SourceProgress progressOf(db::Reader& reader, const TaskSource& source);

    /// Remembers a direction; false when it is known already.
    static bool rememberDirection(db::Tx& tx, std::string_view directionId, std::string_view documentId, std::string_view state,
                                  Timestamp at);
};

}  // namespace congvu::tasks
