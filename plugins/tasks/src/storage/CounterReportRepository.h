// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/CounterReport.h"
#include "domain/TaskFilter.h"

#include <vector>

namespace congvu::tasks {

/// The report on assigned tasks, counted under the row-level policy from the index tasks_task_report. Each figure counts exactly the
/// tasks that TaskListRepository lists for the same filter, key and timeliness.
class CounterReportRepository {
public:
    static constexpr std::int64_t kMostRows = 2000;
    /// By key; rows without any counted task are left out.
    static std::vector<ReportRow> run(db::Reader& reader, ReportGroup group, const TaskFilter& filter, const Viewer& viewer,
                                      const Reckoning& reckoning);
};

}  // namespace congvu::tasks
