// SPDX-License-Identifier: Apache-2.0
#include "storage/TreeRepository.h"

#include "storage/TaskRepository.h"
#include "storage/TaskRow.h"

namespace congvu::tasks {

std::string TreeRepository::rootOf(db::Reader& reader, std::string_view taskId, const Viewer& viewer) {
    db::Conditions conditions;
    const auto start = conditions.bind(taskId);
    TaskRepository::restrictTo(conditions, viewer);
    std::string root{taskId};
    reader.query("WITH RECURSIVE up(id, parent_id, height) AS (SELECT s.id, s.parent_id, 0 FROM tasks_task s WHERE s.id = " + start +
                     " UNION ALL SELECT t.id, t.parent_id, u.height + 1 FROM tasks_task t JOIN up u ON t.id = u.parent_id"
                     " WHERE u.height < " +
                     std::to_string(kDeepest) + " AND " + conditions.sql() + ") SELECT id FROM up ORDER BY height DESC LIMIT 1",
                 conditions.params(), [&](const db::Row& row) { root = row.string(0); });
    return root;
}

std::vector<TreeTask> TreeRepository::from(db::Reader& reader, std::string_view rootId, const Viewer& viewer) {
    db::Conditions conditions;
    const auto start = conditions.bind(rootId);
    TaskRepository::restrictTo(conditions, viewer);
    const auto sql = "WITH RECURSIVE down(id, height) AS (SELECT s.id, 0 FROM tasks_task s WHERE s.id = " + start +
                     " UNION ALL SELECT c.id, d.height + 1 FROM tasks_task c JOIN down d ON c.parent_id = d.id WHERE d.height < " +
                     std::to_string(kDeepest) + ") SELECT " + std::string{kTaskColumns} + ", CASE WHEN " + conditions.sql() +
                     " THEN 1 ELSE 0 END FROM down d JOIN tasks_task t ON t.id = d.id ORDER BY d.height, t.created_at, t.id LIMIT " +
                     std::to_string(kMostTasks + 1);
    return reader.list(sql, conditions.params(), [](const db::Row& row) {
        return TreeTask{taskFrom(row), 0, row.boolean(kTaskColumnCount), {}};
    });
}

}  // namespace congvu::tasks
