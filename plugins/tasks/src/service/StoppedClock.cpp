// SPDX-License-Identifier: Apache-2.0
#include "service/StoppedClock.h"

namespace congvu::tasks {

void restartClock(Task& task, const Date& today, const calendar::WorkingCalendar& calendar) {
    const int stood = task.suspendedOn && *task.suspendedOn < today ? calendar.workingDaysBetween(*task.suspendedOn, today) : 0;
    for (auto* deadline : {&task.dueOn, &task.originalDueOn}) {
        if (*deadline && stood > 0) {
            *deadline = calendar.addWorkingDays(**deadline, stood);
        }
    }
    task.suspendedOn.reset();
}

}  // namespace congvu::tasks
