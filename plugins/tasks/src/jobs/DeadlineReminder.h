// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "service/RemindDeadlines.h"

#include <chrono>

namespace congvu::tasks {

/// The daily job "deadline-reminder", before office hours.
class DeadlineReminder {
public:
    static constexpr std::chrono::minutes kSinceMidnight{7 * 60};

    explicit DeadlineReminder(const RemindDeadlines& remind) : remind_(remind) {}
    void addTo(jobs::Jobs& jobs) const {
        jobs.add("deadline-reminder", jobs::Schedule::dailyAt(kSinceMidnight), [this] { remind_.run(); });
    }

private:
    const RemindDeadlines& remind_;
};

}  // namespace congvu::tasks
