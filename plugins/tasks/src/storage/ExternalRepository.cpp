// SPDX-License-Identifier: Apache-2.0
#include "storage/ExternalRepository.h"

#include "storage/TaskRepository.h"
#include "storage/TaskRow.h"

namespace congvu::tasks {

std::optional<Task> ExternalRepository::find(db::Reader& reader, std::string_view agencyId, std::string_view code) {
    return reader.one("SELECT " + std::string{kTaskColumns} + " FROM tasks_task t WHERE t.agency_id = $1 AND t.external_code = $2",
                      {agencyId, code}, taskFrom);
}

std::vector<Task> ExternalRepository::all(db::Reader& reader, const Viewer& viewer, std::int64_t limit) {
    db::Conditions conditions;
    conditions.where("t.agency_id = ? AND t.external_code IS NOT NULL", {viewer.agencyId});
    TaskRepository::restrictTo(conditions, viewer);
    auto sql = "SELECT " + std::string{kTaskColumns} + " FROM tasks_task t WHERE " + conditions.sql() + " ORDER BY t.external_code LIMIT ";
    sql += conditions.bind(limit);
    return reader.list(sql, conditions.params(), taskFrom);
}

}  // namespace congvu::tasks
