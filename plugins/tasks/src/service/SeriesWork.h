// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"
#include "congvu/time/Clock.h"
#include "domain/Series.h"
#include "service/TargetResolver.h"
#include "service/TaskPresenter.h"
#include "service/TaskViewFields.h"

#include <string>
#include <string_view>

namespace congvu::tasks {

/// One of unitId and postId answers for the tasks.
struct SeriesInput {
    std::string title;
    std::string content;
    Urgency urgency = Urgency::normal;
    std::string field;
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    Rhythm rhythm = Rhythm::monthly;
    std::int64_t day = 1;
    std::int64_t month = 1;
    WorkingDayRule workingDay = WorkingDayRule::before;
    std::int64_t noticeDays = 5;
    Date startsOn;
    std::optional<Date> endsOn;
    bool isActive = true;
};

struct OccurrenceView {
    Date dueOn;
    std::optional<std::string> taskId;
    bool mayOpenTask = false;
};

struct SeriesView {
    std::string id;
    std::string title;
    std::string content;
    Urgency urgency = Urgency::normal;
    std::string field;
    UnitView unit;
    std::optional<PostView> post;
    std::string assignerName;
    Rhythm rhythm = Rhythm::monthly;
    std::int64_t day = 1;
    std::int64_t month = 1;
    WorkingDayRule workingDay = WorkingDayRule::before;
    std::int64_t noticeDays = 0;
    Date startsOn;
    std::optional<Date> endsOn;
    bool isActive = true;
    std::optional<Date> nextDueOn;  ///< moved to a working day
    std::string problem;
    std::vector<OccurrenceView> occurrences;
    bool mayManage = false;
    std::int64_t version = 1;
};

struct SeriesList {
    std::vector<SeriesView> items;
};

/// The day a day of the rhythm falls on after the rule for days off.
[[nodiscard]] Date onWorkingDay(const Date& day, WorkingDayRule rule, const calendar::WorkingCalendar& calendar);

/// Series of periodic tasks. Everybody of the agency reads them; whoever gives tasks to that unit writes them.
class SeriesWork {
public:
    struct Needs {
        db::Db& db;
        const TaskPresenter& presenter;
        const TargetResolver& targets;
        const directory::Directory& directory;
        const calendar::WorkingCalendar& calendar;
        audit::Audit& audit;
        const Clock& clock;
    };
    explicit SeriesWork(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] SeriesList list(const http::Caller& caller) const;
    /// AppError notFound unless the series is the agency's.
    void requireKnown(const http::Caller& caller, std::string_view id) const;
    std::string create(const http::Caller& caller, const SeriesInput& input);
    /// AppError notFound, forbidden for another's unit, stale. Whoever changes a series gives its tasks from then on.
    void change(const http::Caller& caller, std::string_view id, const SeriesInput& input, std::int64_t version);

private:
    [[nodiscard]] Series checked(const http::Caller& caller, const SeriesInput& input) const;
    [[nodiscard]] bool mayManage(const http::Caller& caller, const Series& series) const;
    [[nodiscard]] SeriesView view(db::Reader& reader, const http::Caller& caller, const Series& series) const;

    Needs needs_;
};

}  // namespace congvu::tasks

namespace congvu::json {

template <>
struct Description<tasks::SeriesInput> {
    static auto fields() {
        using Input = tasks::SeriesInput;
        return std::tuple{field("title", &Input::title).required().maxLength(500),
                          field("content", &Input::content).maxLength(5000).multiline(),
                          field("urgency", &Input::urgency),
                          field("field", &Input::field).maxLength(100),
                          field("unitId", &Input::unitId).maxLength(40),
                          field("postId", &Input::postId).maxLength(40),
                          field("rhythm", &Input::rhythm).required(),
                          field("day", &Input::day).range(1, 31),
                          field("month", &Input::month).range(1, 12),
                          field("workingDay", &Input::workingDay),
                          field("noticeDays", &Input::noticeDays).range(0, 60),
                          field("startsOn", &Input::startsOn).required(),
                          field("endsOn", &Input::endsOn),
                          field("isActive", &Input::isActive)};
    }
};

template <>
struct Description<tasks::OccurrenceView> {
    static auto fields() {
        return std::tuple{field("dueOn", &tasks::OccurrenceView::dueOn), field("taskId", &tasks::OccurrenceView::taskId),
                          field("mayOpenTask", &tasks::OccurrenceView::mayOpenTask)};
    }
};

template <>
struct Description<tasks::SeriesView> {
    static auto fields() {
        using View = tasks::SeriesView;
        return std::tuple{field("id", &View::id),
                          field("title", &View::title),
                          field("content", &View::content),
                          field("urgency", &View::urgency),
                          field("field", &View::field),
                          field("unit", &View::unit),
                          field("post", &View::post),
                          field("assignerName", &View::assignerName),
                          field("rhythm", &View::rhythm),
                          field("day", &View::day),
                          field("month", &View::month),
                          field("workingDay", &View::workingDay),
                          field("noticeDays", &View::noticeDays),
                          field("startsOn", &View::startsOn),
                          field("endsOn", &View::endsOn),
                          field("isActive", &View::isActive),
                          field("nextDueOn", &View::nextDueOn),
                          field("problem", &View::problem),
                          field("occurrences", &View::occurrences),
                          field("mayManage", &View::mayManage),
                          field("version", &View::version)};
    }
};

template <>
struct Description<tasks::SeriesList> {
    static auto fields() { return std::tuple{field("items", &tasks::SeriesList::items)}; }
};

}  // namespace congvu::json
