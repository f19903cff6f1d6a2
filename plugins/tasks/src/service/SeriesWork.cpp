// SPDX-License-Identifier: Apache-2.0
#include "service/SeriesWork.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "service/Viewing.h"
#include "storage/FieldRepository.h"
#include "storage/SeriesRepository.h"

#include <algorithm>

namespace congvu::tasks {

namespace {

constexpr int kLongestHoliday = 30;  ///< days; a calendar without any working day keeps the day as it is

void checkRhythm(const SeriesInput& input, std::vector<FieldError>& errors) {
    if (input.rhythm == Rhythm::weekly && input.day > 7) {
        errors.push_back({"/day", "tasks.series-weekday", {}});
    }
    if (input.rhythm == Rhythm::quarterly && input.month > 3) {
        errors.push_back({"/month", "tasks.series-month-of-quarter", {}});
    }
    if (input.endsOn && *input.endsOn < input.startsOn) {
        errors.push_back({"/endsOn", "tasks.series-ends-before-start", {}});
    }
}

}  // namespace

Date onWorkingDay(const Date& day, WorkingDayRule rule, const calendar::WorkingCalendar& calendar) {
    const int step = rule == WorkingDayRule::before ? -1 : 1;
    for (int away = 0; rule != WorkingDayRule::keep && away < kLongestHoliday; ++away) {
        if (const auto moved = day.plusDays(step * away); calendar.isWorkingDay(moved)) {
            return moved;
        }
    }
    return day;
}

SeriesList SeriesWork::list(const http::Caller& caller) const {
    return needs_.db.read([&](db::Reader& reader) {
        SeriesList all;
        for (const auto& series : SeriesRepository::ofAgency(reader, caller.agencyId)) {
            all.items.push_back(view(reader, caller, series));
        }
        return all;
    });
}

void SeriesWork::requireKnown(const http::Caller& caller, std::string_view id) const {
    const bool isKnown =
        needs_.db.read([&](db::Reader& reader) { return SeriesRepository::find(reader, id, caller.agencyId).has_value(); });
    if (!isKnown) {
        throw AppError::notFound();
    }
}

std::string SeriesWork::create(const http::Caller& caller, const SeriesInput& input) {
    auto series = checked(caller, input);
    series.id = newId();
    series.createdAt = needs_.clock.now();
    series.nextOn = nextDayOf(series, needs_.clock.today());
    needs_.db.write([&](db::Tx& tx) {
        series.field = FieldRepository::settle(tx, caller.agencyId, input.field);
        SeriesRepository::insert(tx, series);
        needs_.audit.record(tx, caller, "tasks.series-create", {"tasks", "series", series.id});
    });
    return series.id;
}

void SeriesWork::change(const http::Caller& caller, std::string_view id, const SeriesInput& input, std::int64_t version) {
    auto series = checked(caller, input);
    needs_.db.write([&](db::Tx& tx) {
        const auto before = SeriesRepository::find(tx, id, caller.agencyId);
        if (!before) {
            throw AppError::notFound();
        }
        if (!mayManage(caller, *before)) {
            throw AppError::forbidden();
        }
        series.id = before->id;
        series.version = version + 1;
        series.updatedAt = needs_.clock.now();
        series.field = FieldRepository::settle(tx, caller.agencyId, input.field);
        series.nextOn = nextDayOf(series, needs_.clock.today());
        if (!SeriesRepository::update(tx, series)) {
            throw AppError::stale();
        }
        needs_.audit.record(tx, caller, "tasks.series-change", {"tasks", "series", series.id});
    });
}

Series SeriesWork::checked(const http::Caller& caller, const SeriesInput& input) const {
    std::vector<FieldError> errors;
    const auto target = needs_.targets.resolve(caller, input.unitId, input.postId, "", errors);
    checkRhythm(input, errors);
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    Series series;
    series.agencyId = caller.agencyId;
    series.title = input.title;
    series.content = input.content;
    series.urgency = input.urgency;
    series.unitId = target.unitId;
    series.postId = target.postId;
    series.assignerPostId = caller.postId;
    series.assignerName = caller.personName;
    series.rhythm = {input.rhythm, input.day, input.month};
    series.workingDay = input.workingDay;
    series.noticeDays = input.noticeDays;
    series.startsOn = input.startsOn;
    series.endsOn = input.endsOn;
    series.isActive = input.isActive;
    return series;
}

bool SeriesWork::mayManage(const http::Caller& caller, const Series& series) const {
    const bool isOwn = caller.may("tasks.supervise") || needs_.directory.isInSubtree(series.unitId, caller.unitId);
    return caller.may("tasks.create") && series.agencyId == caller.agencyId && isOwn;
}

SeriesView SeriesWork::view(db::Reader& reader, const http::Caller& caller, const Series& series) const {
    SeriesView view;
    view.id = series.id;
    view.title = series.title;
    view.content = series.content;
    view.urgency = series.urgency;
    view.field = series.field;
    view.unit = needs_.presenter.unit(series.unitId);
    view.post = series.postId ? std::optional{needs_.presenter.post(*series.postId)} : std::nullopt;
    view.assignerName = series.assignerName;
    view.rhythm = series.rhythm.rhythm;
    view.day = series.rhythm.day;
    view.month = series.rhythm.month;
    view.workingDay = series.workingDay;
    view.noticeDays = series.noticeDays;
    view.startsOn = series.startsOn;
    view.endsOn = series.endsOn;
    view.isActive = series.isActive;
    view.nextDueOn =
        series.isActive && series.nextOn ? std::optional{onWorkingDay(*series.nextOn, series.workingDay, needs_.calendar)} : std::nullopt;
    view.problem = series.problem;
    for (const auto& occurrence : SeriesRepository::occurrences(reader, series.id, viewerOf(caller))) {
        view.occurrences.push_back({occurrence.dueOn, occurrence.taskId, occurrence.mayOpenTask});
    }
    view.mayManage = mayManage(caller, series);
    view.version = series.version;
    return view;
}

}  // namespace congvu::tasks
