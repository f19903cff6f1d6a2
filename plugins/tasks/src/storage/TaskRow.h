// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Row.h"
#include "domain/Task.h"

#include <string_view>

namespace congvu::tasks {

/// The columns of tasks_task in the order that taskFrom reads them; every SELECT of whole tasks starts with them, from "tasks_task t".
inline constexpr std::string_view kTaskColumns =
    "t.id, t.agency_id, t.kind, t.source_plugin, t.source_type, t.source_id, t.source_symbol, t.source_issuer, t.direction_id, "
    "t.assignment_id, t.parent_id, t.title, t.content, t.urgency, t.unit_id, t.lead_post_id, t.handler_post_ids, t.assigner_post_id, "
    "t.assigner_name, t.review_unit_id, t.review_post_id, t.due_on, t.original_due_on, t.state, t.suspended_from, t.percent, t.judged_on, "
    "t.pending_extension_id, t.extension_count, t.urge_count, t.result_document_id, t.result_document_label, t.created_at, t.updated_at, "
    "t.closed_at, t.version, t.field, t.origin, t.leader_post_id, t.suspended_on, t.suspended_with, t.external_code, "
    "t.external_due_on";

/// The number of columns in kTaskColumns; what a SELECT adds stands there.
inline constexpr int kTaskColumnCount = 43;

/// The value of due_sort for tasks without a deadline: they come last.
inline constexpr std::string_view kNoDeadlineSort = "9999-12-31";

[[nodiscard]] Task taskFrom(const db::Row& row);

/// Post ids as the column handler_post_ids holds them: separated by blanks.
[[nodiscard]] std::string joinIds(const std::vector<std::string>& ids);
[[nodiscard]] std::vector<std::string> splitIds(std::string_view joined);

}  // namespace congvu::tasks
