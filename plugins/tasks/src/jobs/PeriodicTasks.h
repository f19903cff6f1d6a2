// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "service/MakePeriodicTasks.h"

#include <chrono>

namespace congvu::tasks {

/// The daily job "periodic-tasks", before office hours and before the reminders.
class PeriodicTasks {
public:
    static constexpr std::chrono::minutes kSinceMidnight{6 * 60};

    explicit PeriodicTasks(const MakePeriodicTasks& make) : make_(make) {}
    void addTo(jobs::Jobs& jobs) const {
        jobs.add("periodic-tasks", jobs::Schedule::dailyAt(kSinceMidnight), [this] { make_.run(); });
    }

private:
    const MakePeriodicTasks& make_;
};

}  // namespace congvu::tasks
