// SPDX-License-Identifier: Apache-2.0
#include "storage/UrgingRepository.h"

namespace congvu::tasks {

void UrgingRepository::insert(db::Tx& tx, const Urging& urging) {
    tx.execute("INSERT INTO tasks_urging (id, task_id, urged_at, person_name, note, days_after_due) VALUES ($1, $2, $3, $4, $5, $6)",
               {urging.id, urging.taskId, urging.urgedAt, urging.personName, urging.note, urging.daysAfterDue});
}

std::vector<Urging> UrgingRepository::ofTask(db::Reader& reader, std::string_view taskId) {
    return reader.list(R"(SELECT id, task_id, urged_at, person_name, note, days_after_due FROM tasks_urging
                          WHERE task_id = $1 ORDER BY urged_at DESC, id DESC LIMIT 100)",
                       {taskId}, [](const db::Row& row) {
                           const auto days = row.isNull(5) ? std::nullopt : std::optional{row.integer(5)};
                           return Urging{row.string(0), row.string(1), row.time(2), row.string(3), row.string(4), days};
                       });
}

}  // namespace congvu::tasks
