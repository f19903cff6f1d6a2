// SPDX-License-Identifier: Apache-2.0
#include "storage/ExtensionRepository.h"

#include "congvu/json/Decode.h"

namespace congvu::tasks {

namespace {

constexpr std::string_view kColumns =
    "e.id, e.task_id, e.number, e.old_due_on, e.new_due_on, e.reason, e.state, e.requested_by_post_id, e.requested_by_name, "
    "e.requested_at, e.decided_by_name, e.decided_at, e.decision_note, e.granted_due_on";

Extension extensionFrom(const db::Row& row) {
    Extension extension;
    extension.id = row.string(0);
    extension.taskId = row.string(1);
    extension.number = static_cast<int>(row.integer(2));
    extension.oldDueOn = row.date(3);
    extension.newDueOn = row.date(4);
    extension.reason = row.string(5);
    extension.state = json::enumFrom<ExtensionState>(row.text(6)).value_or(ExtensionState::lapsed);
    extension.requestedByPostId = row.string(7);
    extension.requestedByName = row.string(8);
    extension.requestedAt = row.time(9);
    extension.decidedByName = row.optionalString(10);
    extension.decidedAt = row.optionalTime(11);
    extension.decisionNote = row.string(12);
    extension.grantedDueOn = row.optionalDate(13);
    return extension;
}

}  // namespace

int ExtensionRepository::insert(db::Tx& tx, const Extension& extension) {
    const auto number =
        tx.one(R"(INSERT INTO tasks_extension (id, task_id, number, old_due_on, new_due_on, reason, state,
                                      requested_by_post_id, requested_by_name, requested_at, decision_note)
                                  SELECT $1, $2, COALESCE(MAX(e.number), 0) + 1, $3, $4, $5, $6, $7, $8, CAST($9 AS BIGINT), ''
                                  FROM tasks_extension e WHERE e.task_id = $2
                                  RETURNING number)",
               {extension.id, extension.taskId, extension.oldDueOn, extension.newDueOn, extension.reason, json::nameOf(extension.state),
                extension.requestedByPostId, extension.requestedByName, extension.requestedAt},
               [](const db::Row& row) { return row.integer(0); });
    return static_cast<int>(number.value_or(0));
}

std::optional<Extension> ExtensionRepository::find(db::Reader& reader, std::string_view id) {
    return reader.one("SELECT " + std::string{kColumns} + " FROM tasks_extension e WHERE e.id = $1", {id}, extensionFrom);
}

void ExtensionRepository::decide(db::Tx& tx, const Extension& extension) {
    tx.execute(R"(UPDATE tasks_extension SET state = $2, decided_by_name = $3, decided_at = $4, decision_note = $5, granted_due_on = $6
                  WHERE id = $1 AND state = 'pending')",
               {extension.id, json::nameOf(extension.state), extension.decidedByName, extension.decidedAt, extension.decisionNote,
                extension.grantedDueOn});
}

std::vector<Extension> ExtensionRepository::ofTask(db::Reader& reader, std::string_view taskId) {
    return reader.list("SELECT " + std::string{kColumns} + " FROM tasks_extension e WHERE e.task_id = $1 ORDER BY e.number LIMIT 100",
                       {taskId}, extensionFrom);
}

}  // namespace congvu::tasks
