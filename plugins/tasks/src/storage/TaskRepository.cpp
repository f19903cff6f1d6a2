// SPDX-License-Identifier: Apache-2.0
#include "storage/TaskRepository.h"

#include "storage/TaskRow.h"

namespace congvu::tasks {

namespace {

std::string dueSort(const Task& task) {
    return task.dueOn ? task.dueOn->toString() : std::string{kNoDeadlineSort};
}

std::optional<std::string_view> nameOfOptional(const std::optional<TaskState>& state) {
    return state ? std::optional{json::nameOf(*state)} : std::nullopt;
}

/// The token that lets a head see what its unit has; a token nobody holds for everyone else.
std::string unitToken(const Viewer& viewer) {
    return viewer.mayLead ? "unit:" + viewer.unitId : std::string{"none"};
}

std::vector<RelatedTask> related(db::Reader& reader, std::string_view condition, db::Conditions& conditions, const Viewer& viewer) {
    TaskRepository::restrictTo(conditions, viewer);
    std::string sql =
        "SELECT " + std::string{kTaskColumns} + ", CASE WHEN " + conditions.sql() + " THEN 1 ELSE 0 END FROM tasks_task t WHERE ";
    sql += condition;
    sql += " ORDER BY t.created_at, t.id LIMIT 200";
    return reader.list(sql, conditions.params(), [](const db::Row& row) {
        return RelatedTask{taskFrom(row), row.boolean(kTaskColumnCount)};
    });
}

}  // namespace

void TaskRepository::restrictTo(db::Conditions& conditions, const Viewer& viewer) {
    if (viewer.mayReadAll) {
        conditions.where("t.agency_id = ?", {viewer.agencyId});
        return;
    }
    const auto post = conditions.keep("post:" + viewer.postId);
    const auto unit = conditions.keep(unitToken(viewer));
    conditions.where("t.id IN (SELECT a.task_id FROM tasks_access a WHERE a.token IN (?, ?))", {post, unit});
}

bool TaskRepository::insert(db::Tx& tx, const Task& task, std::string_view folded) {
    return tx.execute(
               R"(INSERT INTO tasks_task (id, agency_id, kind, source_plugin, source_type, source_id, source_symbol, source_issuer, direction_id,
                      assignment_id, parent_id, title, content, urgency, unit_id, lead_post_id, handler_post_ids, assigner_post_id,
                      assigner_name, review_unit_id, review_post_id, due_on, original_due_on, due_sort, state, stage, is_open,
                      suspended_from, percent, judged_on, pending_extension_id, extension_count, urge_count, result_document_id,
                      result_document_label, folded, created_at, updated_at, closed_at, version, field, origin, leader_post_id,
                      external_code, external_due_on)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
                          $25, $26, $27, NULL, 0, NULL, NULL, 0, 0, NULL, '', $28, $29, $29, NULL, 1, $30, $31, $32, $33, $34)
                  ON CONFLICT (direction_id, assignment_id) DO NOTHING)",
               {task.id,
                task.agencyId,
                json::nameOf(task.kind),
                task.source.plugin,
                task.source.type,
                task.source.id,
                task.source.symbol,
                task.source.issuer,
                task.directionId,
                task.assignmentId,
                task.parentId,
                task.title,
                task.content,
                json::nameOf(task.urgency),
                task.unitId,
                task.leadPostId,
                db::Param{std::string_view{joinIds(task.handlerPostIds)}},
                task.assignerPostId,
                task.assignerName,
                task.reviewUnitId,
                task.reviewPostId,
                task.dueOn,
                task.originalDueOn,
                std::string_view{dueSort(task)},
                json::nameOf(task.state),
                json::nameOf(stageOf(task.state)),
                isOpen(task.state),
                folded,
                task.createdAt,
                task.field,
                json::nameOf(task.origin),
                task.leaderPostId,
                task.externalCode,
                task.externalDueOn}) == 1;
}

bool TaskRepository::update(db::Tx& tx, const Task& task, std::string_view folded) {
    return tx.execute(
               R"(UPDATE tasks_task SET title = $2, content = $3, urgency = $4, unit_id = $5, lead_post_id = $6, handler_post_ids = $7,
                      review_unit_id = $8, review_post_id = $9, due_on = $10, original_due_on = $11, due_sort = $12, state = $13,
                      stage = $14, is_open = $15, suspended_from = $16, percent = $17, judged_on = $18, pending_extension_id = $19,
                      extension_count = $20, urge_count = $21, result_document_id = $22, result_document_label = $23, folded = $24,
                      updated_at = $25, closed_at = $26, version = $27, field = $28, leader_post_id = $29, assigner_post_id = $30,
                      assigner_name = $31, suspended_on = $32, suspended_with = $33, external_due_on = $34
                  WHERE id = $1 AND version = $27 - 1)",
               {task.id,
                task.title,
                task.content,
                json::nameOf(task.urgency),
                task.unitId,
                task.leadPostId,
                std::string_view{joinIds(task.handlerPostIds)},
                task.reviewUnitId,
                task.reviewPostId,
                task.dueOn,
                task.originalDueOn,
                std::string_view{dueSort(task)},
                json::nameOf(task.state),
                json::nameOf(stageOf(task.state)),
                isOpen(task.state),
                nameOfOptional(task.suspendedFrom),
                task.percent,
                task.judgedOn,
                task.pendingExtensionId,
                task.extensionCount,
                task.urgeCount,
                task.resultDocumentId,
                task.resultDocumentLabel,
                folded,
                task.updatedAt,
                task.closedAt,
                task.version,
                task.field,
                task.leaderPostId,
                task.assignerPostId,
                task.assignerName,
                task.suspendedOn,
                task.suspendedWith,
                task.externalDueOn}) == 1;
}

void TaskRepository::writeAccess(db::Tx& tx, const Task& task) {
    tx.execute(R"(INSERT INTO tasks_access (task_id, token, relation)
                  SELECT task_id, token, 'former' FROM tasks_access WHERE task_id = $1 AND relation = 'handler'
                  ON CONFLICT (task_id, token, relation) DO NOTHING)",
               {task.id});
    tx.execute("DELETE FROM tasks_access WHERE task_id = $1 AND relation <> 'former'", {task.id});
    const auto allow = [&](const std::string& token, std::string_view relation) {
        tx.execute(
            "INSERT INTO tasks_access (task_id, token, relation) VALUES ($1, $2, $3) ON CONFLICT (task_id, token, relation) DO NOTHING",
            {task.id, token, relation});
    };
    allow("post:" + task.assignerPostId, "assigner");
    allow("unit:" + task.unitId, "unit");
    if (task.leadPostId) {
        allow("post:" + *task.leadPostId, task.handlerPostIds.empty() ? "handler" : "lead");
    }
    for (const auto& post : task.handlerPostIds) {
        allow("post:" + post, "handler");
    }
    if (task.reviewUnitId) {
        allow("unit:" + *task.reviewUnitId, "reviewer");
    }
    if (task.reviewPostId) {
        allow("post:" + *task.reviewPostId, "reviewer");
    }
}

std::optional<Task> TaskRepository::find(db::Reader& reader, std::string_view id) {
    return reader.one("SELECT " + std::string{kTaskColumns} + " FROM tasks_task t WHERE t.id = $1", {id}, taskFrom);
}

std::optional<Task> TaskRepository::findVisible(db::Reader& reader, std::string_view id, const Viewer& viewer) {
    db::Conditions conditions;
    conditions.where("t.id = ?", {id});
    restrictTo(conditions, viewer);
    return reader.one("SELECT " + std::string{kTaskColumns} + " FROM tasks_task t WHERE " + conditions.sql(), conditions.params(),
                      taskFrom);
}

std::vector<Task> TaskRepository::findAllVisible(db::Reader& reader, const std::vector<std::string>& ids, const Viewer& viewer) {
    if (ids.empty()) {
        return {};
    }
    db::Conditions conditions;
    std::string places;
    for (const auto& id : ids) {
        places += (places.empty() ? "" : ", ") + conditions.bind(id);
    }
    restrictTo(conditions, viewer);
    return reader.list("SELECT " + std::string{kTaskColumns} + " FROM tasks_task t WHERE t.id IN (" + places + ") AND " + conditions.sql() +
                           " ORDER BY t.id LIMIT 200",
                       conditions.params(), taskFrom);
}

std::vector<RelatedTask> TaskRepository::children(db::Reader& reader, std::string_view parentId, const Viewer& viewer) {
    db::Conditions conditions;
    const auto condition = "t.parent_id = " + conditions.bind(parentId);
    return related(reader, condition, conditions, viewer);
}

std::optional<RelatedTask> TaskRepository::parent(db::Reader& reader, std::string_view parentId, const Viewer& viewer) {
    db::Conditions conditions;
    const auto condition = "t.id = " + conditions.bind(parentId);
    auto found = related(reader, condition, conditions, viewer);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<RelatedTask> TaskRepository::ofSource(db::Reader& reader, const TaskSource& source, const Viewer& viewer) {
    db::Conditions conditions;
    const auto condition = "t.source_id = " + conditions.bind(source.id) + " AND t.source_plugin = " + conditions.bind(source.plugin) +
                           " AND t.source_type = " + conditions.bind(source.type);
    return related(reader, condition, conditions, viewer);
}

std::vector<Task> TaskRepository::ofDirection(db::Reader& reader, std::string_view directionId) {
    return reader.list("SELECT " + std::string{kTaskColumns} + R"( FROM tasks_task t
        WHERE t.direction_id = $1 OR t.parent_id IN (SELECT p.id FROM tasks_task p WHERE p.direction_id = $1)
        ORDER BY t.created_at, t.id LIMIT 1000)",
                       {directionId}, taskFrom);
}

std::int64_t TaskRepository::openSubtasks(db::Reader& reader, std::string_view parentId) {
    return reader
        .one("SELECT COUNT(*) FROM tasks_task t WHERE t.parent_id = $1 AND t.kind = 'subtask' AND t.is_open = TRUE", {parentId},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

SourceProgress TaskRepository::progressOf(db::Reader& reader, const TaskSource& source) {
    SourceProgress progress;
    reader.query(R"(SELECT t.state, COUNT(*) FROM tasks_task t
                    WHERE t.source_id = $1 AND t.source_plugin = $2 AND t.source_type = $3 AND t.kind <> 'subtask'
                    GROUP BY t.state ORDER BY t.state LIMIT 10)",
                 {source.id, source.plugin, source.type}, [&](const db::Row& row) {
                     const auto state = row.text(0);
                     const auto count = row.integer(1);
                     progress.total += count;
                     progress.done += state == "done" ? count : 0;
                     progress.cancelled += state == "cancelled" ? count : 0;
                     progress.started += state == "done" || state == "submitted" || state == "in_progress" ? count : 0;
                 });
    return progress;
}

bool TaskRepository::rememberDirection(db::Tx& tx, std::string_view directionId, std::string_view documentId, std::string_view state,
                                       Timestamp at) {
    return tx.execute(R"(INSERT INTO tasks_direction (direction_id, document_id, state, taken_at) VALUES ($1, $2, $3, $4)
                         ON CONFLICT (direction_id) DO NOTHING)",
                      {directionId, documentId, state, at}) == 1;
}

}  // namespace congvu::tasks
