// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calendar/domain/WorkingDays.h"
#include "calendar/storage/CalendarRepository.h"
#include "organisation/service/OrganisationStore.h"
#include "shared/domain/SharedValue.h"

#include "congvu/audit/Audit.h"
#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"

#include <vector>

namespace congvu::core {

/// The calendar of working days: questions are answered from memory, changes hold at once for everybody.
class CalendarService final : public calendar::WorkingCalendar {
public:
    CalendarService(db::Db& db, const OrganisationStore& organisation, audit::Audit& audit, LiveSink& live);

    [[nodiscard]] bool isWorkingDay(Date day) const override;
    [[nodiscard]] Date addWorkingDays(Date start, int count) const override;
    [[nodiscard]] int workingDaysBetween(Date from, Date to) const override;

    [[nodiscard]] std::vector<CalendarDay> ofYear(int year) const;
    /// The calendar is everybody's: AppError forbidden unless the caller acts in the root agency.
    void requireEditor(const http::Caller& by) const;
    void put(const http::Caller& by, const CalendarDay& day);
    void remove(const http::Caller& by, Date day);
    void reload();

private:
    void changed();

    db::Db& db_;
    const OrganisationStore& organisation_;
    audit::Audit& audit_;
    LiveSink& live_;
    CalendarRepository repository_;
    SharedValue<WorkingDays> days_;
};

}  // namespace congvu::core
