// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/time/Clock.h"

#include <string_view>

namespace congvu::outgoing {

/// "on_time" or "late". Documents are sent on the day they are signed, at the latest on the next working day; urgent ones on the same day
/// (Decree 30/2020, Art. 18). The reminder of what is not issued (IssueClock) counts by the same rule.
inline std::string_view sendingOf(const calendar::WorkingCalendar& calendar, Timestamp signedAt, Timestamp issuedAt,
                                  std::string_view urgency) {
    const auto signedOn = dayInVietnam(signedAt);
    const auto last = urgency == "normal" ? calendar.addWorkingDays(signedOn, 1) : signedOn;
    return last < dayInVietnam(issuedAt) ? "late" : "on_time";
}

}  // namespace congvu::outgoing
