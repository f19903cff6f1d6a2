// SPDX-License-Identifier: Apache-2.0
#include "domain/IssueClock.h"

namespace congvu::outgoing {

IssueClock issueClock(const calendar::WorkingCalendar& calendar, Date today) {
    // The newest day whose next working day is over; the longest holidays last some two weeks.
    constexpr int kLongestBreak = 60;
    Date signedOn = today.plusDays(-1);
    for (int step = 0; step < kLongestBreak && calendar.addWorkingDays(signedOn, 1) >= today; ++step) {
        signedOn = signedOn.plusDays(-1);
    }
    return {startOfDayInVietnam(signedOn.plusDays(1)), startOfDayInVietnam(today)};
}

}  // namespace congvu::outgoing
