// SPDX-License-Identifier: Apache-2.0
#include "storage/PlanRepository.h"

#include "congvu/db/Conditions.h"
#include "congvu/json/Decode.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

namespace {

constexpr std::string_view kPlanColumns =
    "p.id, p.agency_id, p.unit_id, p.year, p.title, p.symbol, p.state, p.created_by_name, p.created_at, p.updated_at, p.version";
constexpr std::string_view kItemColumns =
    "i.id, i.plan_id, i.position, i.content, i.product, i.field, i.unit_id, i.post_id, i.leader_post_id, i.due_on, "
    "CASE WHEN t.state = 'done' THEN 100 ELSE COALESCE(t.percent, i.percent) END, i.note, i.task_id, i.version, t.state";

Plan planFrom(const db::Row& row) {
    Plan plan;
    plan.id = row.string(0);
    plan.agencyId = row.string(1);
    plan.unitId = row.string(2);
    plan.year = row.integer(3);
    plan.title = row.string(4);
    plan.symbol = row.string(5);
    plan.state = json::enumFrom<PlanState>(row.text(6)).value_or(PlanState::closed);
    plan.createdByName = row.string(7);
    plan.createdAt = row.time(8);
    plan.updatedAt = row.time(9);
    plan.version = row.integer(10);
    return plan;
}

PlanItemRow itemFrom(const db::Row& row) {
    PlanItemRow found;
    auto& item = found.item;
    item.id = row.string(0);
    item.planId = row.string(1);
    item.position = row.integer(2);
    item.content = row.string(3);
    item.product = row.string(4);
    item.field = row.string(5);
    item.unitId = row.string(6);
    item.postId = row.optionalString(7);
    item.leaderPostId = row.string(8);
    item.dueOn = row.optionalDate(9);
    item.percent = row.integer(10);
    item.note = row.string(11);
    item.taskId = row.optionalString(12);
    item.version = row.integer(13);
    found.taskState = row.isNull(14) ? std::nullopt : json::enumFrom<TaskState>(row.text(14));
    return found;
}

}  // namespace

void PlanRepository::insert(db::Tx& tx, const Plan& plan) {
    tx.execute(
        R"(INSERT INTO tasks_plan (id, agency_id, unit_id, year, title, symbol, state, created_by_name, created_at, updated_at, version)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 1))",
        {plan.id, plan.agencyId, plan.unitId, plan.year, plan.title, plan.symbol, json::nameOf(plan.state), plan.createdByName,
         plan.createdAt});
}

bool PlanRepository::update(db::Tx& tx, const Plan& plan) {
    return tx.execute(R"(UPDATE tasks_plan SET year = $2, title = $3, symbol = $4, state = $5, updated_at = $6, version = $7
                         WHERE id = $1 AND version = $7 - 1)",
                      {plan.id, plan.year, plan.title, plan.symbol, json::nameOf(plan.state), plan.updatedAt, plan.version}) == 1;
}

std::optional<Plan> PlanRepository::find(db::Reader& reader, std::string_view id, std::string_view agencyId) {
    return reader.one("SELECT " + std::string{kPlanColumns} + " FROM tasks_plan p WHERE p.id = $1 AND p.agency_id = $2", {id, agencyId},
                      planFrom);
}

std::vector<PlanSum> PlanRepository::ofAgency(db::Reader& reader, std::string_view agencyId) {
    return reader.list("SELECT " + std::string{kPlanColumns} + R"(, COUNT(i.id),
            COALESCE(SUM(CASE WHEN t.state = 'done' OR (t.id IS NULL AND i.percent = 100) THEN 1 ELSE 0 END), 0),
            COALESCE(CAST(SUM(CASE WHEN t.state = 'done' THEN 100 ELSE COALESCE(t.percent, i.percent) END) AS BIGINT), 0)
        FROM tasks_plan p LEFT JOIN tasks_plan_item i ON i.plan_id = p.id LEFT JOIN tasks_task t ON t.id = i.task_id
        WHERE p.agency_id = $1 GROUP BY p.id ORDER BY p.year DESC, p.created_at DESC, p.id LIMIT 200)",
                       {agencyId}, [](const db::Row& row) {
                           const auto items = row.integer(11);
                           return PlanSum{planFrom(row), items, row.integer(12), items == 0 ? 0 : row.integer(13) / items};
                       });
}

void PlanRepository::insertItem(db::Tx& tx, const PlanItem& item) {
    tx.execute(R"(INSERT INTO tasks_plan_item (id, plan_id, position, content, product, field, unit_id, post_id, leader_post_id, due_on,
                      percent, note, task_id, version)
                  SELECT $1, $2, COALESCE(MAX(i.position), 0) + 1, $3, $4, $5, $6, $7, $8, $9, 0, '', NULL, 1
                  FROM tasks_plan_item i WHERE i.plan_id = $2)",
               {item.id, item.planId, item.content, item.product, item.field, item.unitId, item.postId, item.leaderPostId, item.dueOn});
}

bool PlanRepository::updateItem(db::Tx& tx, const PlanItem& item) {
    return tx.execute(R"(UPDATE tasks_plan_item SET content = $2, product = $3, field = $4, unit_id = $5, post_id = $6, leader_post_id = $7,
                             due_on = $8, percent = $9, note = $10, version = $11
                         WHERE id = $1 AND version = $11 - 1)",
                      {item.id, item.content, item.product, item.field, item.unitId, item.postId, item.leaderPostId, item.dueOn,
                       item.percent, item.note, item.version}) == 1;
}

void PlanRepository::removeItem(db::Tx& tx, std::string_view id) {
    tx.execute("DELETE FROM tasks_plan_item WHERE id = $1", {id});
}

std::optional<PlanItemRow> PlanRepository::findItem(db::Reader& reader, std::string_view planId, std::string_view id) {
    return reader.one("SELECT " + std::string{kItemColumns} +
                          " FROM tasks_plan_item i LEFT JOIN tasks_task t ON t.id = i.task_id WHERE i.plan_id = $1 AND i.id = $2",
                      {planId, id}, itemFrom);
}

std::vector<PlanItemRow> PlanRepository::items(db::Reader& reader, std::string_view planId, const Viewer& viewer) {
    db::Conditions visible;
    TaskRepository::restrictTo(visible, viewer);
    const auto mayOpen = visible.sql();
    auto sql = "SELECT " + std::string{kItemColumns} + ", CASE WHEN " + mayOpen +
               " THEN 1 ELSE 0 END FROM tasks_plan_item i LEFT JOIN tasks_task t ON t.id = i.task_id WHERE i.plan_id = ";
    sql += visible.bind(planId) + " ORDER BY i.position, i.id LIMIT ";
    sql += visible.bind(kMostItems);
    return reader.list(sql, visible.params(), [](const db::Row& row) {
        auto found = itemFrom(row);
        found.mayOpenTask = row.boolean(15);
        return found;
    });
}

std::int64_t PlanRepository::countItems(db::Reader& reader, std::string_view planId) {
    return reader
        .one("SELECT COUNT(*) FROM tasks_plan_item WHERE plan_id = $1", {planId}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

bool PlanRepository::nameTask(db::Tx& tx, std::string_view itemId, std::string_view taskId) {
    return tx.execute("UPDATE tasks_plan_item SET task_id = $2, version = version + 1 WHERE id = $1 AND task_id IS NULL",
                      {itemId, taskId}) == 1;
}

void PlanRepository::insertEvidence(db::Tx& tx, std::string_view planId, const Evidence& evidence) {
    tx.execute(R"(INSERT INTO tasks_evidence (file_id, plan_id, item_id, name, media_type, size_bytes, added_by_name, added_at)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
               {evidence.fileId, planId, evidence.itemId, evidence.name, evidence.mediaType, evidence.sizeBytes, evidence.addedByName,
                evidence.addedAt});
}

std::vector<Evidence> PlanRepository::evidence(db::Reader& reader, std::string_view planId) {
    return reader.list(R"(SELECT file_id, item_id, name, media_type, size_bytes, added_by_name, added_at FROM tasks_evidence
                          WHERE plan_id = $1 ORDER BY item_id, added_at, file_id LIMIT 2000)",
                       {planId}, [](const db::Row& row) {
                           return Evidence{row.string(0),  row.string(1), row.string(2), row.string(3),
                                           row.integer(4), row.string(5), row.time(6)};
                       });
}

bool PlanRepository::hasEvidence(db::Reader& reader, std::string_view planId, std::string_view itemId, std::string_view fileId) {
    return reader.exists("SELECT 1 FROM tasks_evidence WHERE file_id = $1 AND plan_id = $2 AND item_id = $3", {fileId, planId, itemId});
}

std::int64_t PlanRepository::countEvidence(db::Reader& reader, std::string_view itemId) {
    return reader.one("SELECT COUNT(*) FROM tasks_evidence WHERE item_id = $1", {itemId}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

}  // namespace congvu::tasks
