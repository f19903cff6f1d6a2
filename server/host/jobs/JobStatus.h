// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>

namespace congvu::host {

/// How a run of a job ended.
struct JobRun {
    Timestamp startedAt;
    Timestamp finishedAt;
    bool hasFailed = false;
    std::string error;  ///< empty when it has not failed
};

/// What the administrator sees of a job.
struct JobStatus {
    std::string plugin;
    std::string id;
    jobs::Schedule schedule;
    std::optional<JobRun> lastRun;
    Timestamp nextRunAt;
    bool isRunning = false;  ///< or waits for a free thread
};

}  // namespace congvu::host
