// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "congvu/time/Clock.h"

#include <optional>

namespace congvu::host {

/// When a job runs next. A job of an interval: at once if it has never run, then an interval after the start of its last run. A daily
/// job: at its minute in Viet Nam, the first time after it was registered; a day that was missed because the server was off is made up
/// for once, as soon as the server is back.
Timestamp nextRun(const jobs::Schedule& schedule, std::optional<Timestamp> lastStart, Timestamp registeredAt);

}  // namespace congvu::host
