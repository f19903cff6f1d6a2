// SPDX-License-Identifier: Apache-2.0
#include "calendar/service/CalendarService.h"

#include "organisation/service/OrganisationAccess.h"
#include "organisation/storage/OrganisationReader.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

namespace {

EntityRef refOf(Date day) {
    return {"core", "calendar-day", day.toString()};
}

}  // namespace

CalendarService::CalendarService(db::Db& db, const OrganisationStore& organisation, audit::Audit& audit, LiveSink& live)
    : db_(db), organisation_(organisation), audit_(audit), live_(live) {
    reload();
}

void CalendarService::reload() {
    const auto days = db_.read([&](db::Reader& reader) { return repository_.readAll(reader); });
    days_.store(std::make_shared<const WorkingDays>(days));
}

bool CalendarService::isWorkingDay(Date day) const {
    return days_.load()->isWorkingDay(day);
}

Date CalendarService::addWorkingDays(Date start, int count) const {
    return days_.load()->add(start, count);
}

int CalendarService::workingDaysBetween(Date from, Date to) const {
    return days_.load()->between(from, to);
}

std::vector<CalendarDay> CalendarService::ofYear(int year) const {
    auto days = db_.read([&](db::Reader& reader) { return repository_.readAll(reader); });
    std::erase_if(days, [&](const CalendarDay& day) { return day.date.year() != year; });
    return days;
}

void CalendarService::requireEditor(const http::Caller& by) const {
    requireWholeSystem(*organisation_.current(), by);
}

void CalendarService::put(const http::Caller& by, const CalendarDay& day) {
    requireEditor(by);
    db_.write([&](db::Tx& tx) {
        repository_.put(tx, day);
        audit_.record(tx, by, "core.calendar-changed", refOf(day.date),
                      auditDetail({{"kind", std::string{json::nameOf(day.kind)}}, {"name", day.name.vi}}));
        OrganisationReader{}.raiseRevision(tx, "calendar");
    });
    changed();
}

void CalendarService::remove(const http::Caller& by, Date day) {
    requireEditor(by);
    db_.write([&](db::Tx& tx) {
        if (!repository_.remove(tx, day)) {
            throw AppError::notFound();
        }
        audit_.record(tx, by, "core.calendar-changed", refOf(day), auditDetail({{"kind", "removed"}}));
        OrganisationReader{}.raiseRevision(tx, "calendar");
    });
    changed();
}

void CalendarService::changed() {
    reload();
    live_.toEverybody("invalidate", R"({"keys":["calendar","work-items"]})");
}

}  // namespace congvu::core
