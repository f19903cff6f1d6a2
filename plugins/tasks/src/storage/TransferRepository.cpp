// SPDX-License-Identifier: Apache-2.0
#include "storage/TransferRepository.h"

#include "storage/TaskRepository.h"
#include "storage/TaskRow.h"

namespace congvu::tasks {

namespace {

void restrictToEnd(db::Conditions& conditions, const TransferEnd& from, TransferPart part) {
    if (!from.postId) {
        conditions.where("t.unit_id = ? AND t.state <> 'returned'", {from.unitId});
        return;
    }
    constexpr std::string_view kHeld =
        "(t.state <> 'returned' AND t.id IN (SELECT h.task_id FROM tasks_access h "
        "WHERE h.token = ? AND h.relation IN ('handler', 'lead')))";
    const auto token = conditions.keep("post:" + *from.postId);
    if (part == TransferPart::held) {
        conditions.where(kHeld, {token});
    } else if (part == TransferPart::given) {
        conditions.where("t.assigner_post_id = ?", {*from.postId});
    } else {
        conditions.where("(t.assigner_post_id = ? OR " + std::string{kHeld} + ")", {*from.postId, token});
    }
}

}  // namespace

std::vector<Task> TransferRepository::tasksOf(db::Reader& reader, const TransferEnd& from, TransferPart part, const Viewer& viewer,
                                              std::int64_t limit) {
    db::Conditions conditions;
    restrictToEnd(conditions, from, part);
    conditions.where("t.is_open = TRUE");
    TaskRepository::restrictTo(conditions, viewer);
    auto sql = "SELECT " + std::string{kTaskColumns} + " FROM tasks_task t WHERE " + conditions.sql() + " ORDER BY t.due_sort, t.id LIMIT ";
    sql += conditions.bind(limit);
    return reader.list(sql, conditions.params(), taskFrom);
}

}  // namespace congvu::tasks
