// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/jobs/Jobs.h"
#include "service/Services.h"
#include "storage/UnsentRepository.h"

#include <chrono>

namespace congvu::outgoing {

/// The daily job "unsent-reminder", before office hours of working days: tells the clerks of each agency which signed documents have not
/// been issued by the next working day. Once a day for each document.
class UnsentReminder {
public:
    static constexpr std::chrono::minutes kRemindAt{7 * 60};

    UnsentReminder(const Services& services, const calendar::WorkingCalendar& calendar) : services_(services), calendar_(calendar) {}
    void addTo(jobs::Jobs& jobs) {
        jobs.add("unsent-reminder", jobs::Schedule::dailyAt(kRemindAt), [this] { run(); });
    }
    void run() const;

private:
    void remind(db::Tx& tx, const UnsentDocument& document, Date today) const;

    Services services_;
    const calendar::WorkingCalendar& calendar_;
    UnsentRepository unsent_;
};

}  // namespace congvu::outgoing
