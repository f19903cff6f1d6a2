// SPDX-License-Identifier: Apache-2.0
#include "domain/TaskFigure.h"

#include "domain/CounterCell.h"

#include "congvu/figures/FigureCell.h"

namespace congvu::tasks {

std::string standingOf(const Task& task, DeadlineBasis basis) {
    const auto bucket = bucketOf(task, basis).value_or("");
    if (bucket == "open") {
        return std::string{figures::measure::kDuePrefix} + countedDeadline(task, basis)->toString();
    }
    if (bucket == "no_deadline_open" || bucket == "no_deadline_done") {
        return "no_deadline";
    }
    if (bucket == "submitted_in_term") {
        return "in_term";
    }
    return bucket == "submitted_late" ? "overdue" : bucket;
}

}  // namespace congvu::tasks
