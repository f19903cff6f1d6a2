// SPDX-License-Identifier: Apache-2.0
#include "domain/Timeliness.h"

namespace congvu::tasks {

std::optional<Date> countedDeadline(const Task& task, DeadlineBasis basis) {
    return basis == DeadlineBasis::current ? task.dueOn : task.originalDueOn;
}

Timeliness timelinessOf(const Task& task, const Reckoning& reckoning) {
    if (task.state == TaskState::returned || task.state == TaskState::suspended || task.state == TaskState::cancelled) {
        return Timeliness::none;
    }
    const auto deadline = countedDeadline(task, reckoning.basis);
    if (!deadline) {
        return Timeliness::noDeadline;
    }
    const Date day = task.judgedOn.value_or(reckoning.today);
    const bool isLate = *deadline < day;
    if (task.state == TaskState::done) {
        return isLate ? Timeliness::doneLate : Timeliness::doneOnTime;
    }
    if (isLate) {
        return Timeliness::overdue;
    }
    const bool isSoon = !task.judgedOn && !(reckoning.dueSoonUntil < *deadline);
    return isSoon ? Timeliness::dueSoon : Timeliness::inTerm;
}

}  // namespace congvu::tasks
