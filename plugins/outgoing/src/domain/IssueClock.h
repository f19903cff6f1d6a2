// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/time/Clock.h"

namespace congvu::outgoing {

/// Until when signed documents must have been signed to be late now: one that is signed before `ordinary` and not issued yet has missed the
/// next working day; an urgent one is late once the day of its signature is over (Decree 30/2020, Art. 18).
struct IssueClock {
    Timestamp ordinary;
    Timestamp urgent;
};
IssueClock issueClock(const calendar::WorkingCalendar& calendar, Date today);

}  // namespace congvu::outgoing
