// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "domain/Task.h"

namespace congvu::tasks {

/// Lets the clock of a suspended task run again on `today`: both deadlines move by the working days it stood still, so that as many are
/// left as on the day it stopped. Days that were overdue stay overdue.
void restartClock(Task& task, const Date& today, const calendar::WorkingCalendar& calendar);

}  // namespace congvu::tasks
