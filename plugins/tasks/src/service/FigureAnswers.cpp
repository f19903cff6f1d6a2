// SPDX-License-Identifier: Apache-2.0
#include "service/FigureAnswers.h"

#include "congvu/figures/FigureTally.h"
#include "congvu/figures/PageLink.h"
#include "congvu/json/Encode.h"
#include "domain/TaskFigure.h"
#include "storage/FigureRepository.h"

namespace congvu::tasks {

namespace {

namespace measure = figures::measure;

bool mayList(const http::Caller& caller, const ports::FigureQuestion& question) {
    const bool isOwnUnit = question.unitIds.size() == 1 && question.unitIds.front() == caller.unitId;
    return caller.may("tasks.read-all") || (isOwnUnit && caller.may("tasks.read") && caller.may("tasks.lead"));
}

}  // namespace

std::vector<ports::FigureDay> FigureAnswers::days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until) {
    return FigureRepository::days(reader, agencyIds, from, until);
}

std::vector<ports::FigureDay> FigureAnswers::changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) {
    return FigureRepository::changedAfter(reader, change, limit);
}

std::string FigureAnswers::rule(std::string_view agencyId) {
    return std::string{json::nameOf(days_.forUnit(agencyId).basis)};
}

std::vector<figures::FigureCell> FigureAnswers::cells(db::Reader& reader, std::string_view agencyId, Date day,
                                                      const calendar::WorkingTime& time) {
    const auto basis = days_.forUnit(agencyId).basis;
    figures::FigureTally tally;
    for (const auto& task : FigureRepository::ofDay(reader, agencyId, day)) {
        const figures::FigureTally::Place place{task.unitId, {}};
        tally.add(measure::kCount, place, "");
        tally.add(measure::kStanding, place, standingOf(task, basis));
        if (task.state == TaskState::done && task.closedAt) {
            tally.addTime("done", place, time.between(task.createdAt, *task.closedAt));
        }
    }
    return tally.cells();
}

std::vector<ports::FigureRegister> FigureAnswers::registers(db::Reader& /*reader*/, std::string_view /*agencyId*/) {
    return {};
}

std::vector<ports::FigureName> FigureAnswers::names(db::Reader& /*reader*/, std::string_view /*agencyId*/, std::string_view /*locale*/) {
    return {};
}

std::string FigureAnswers::link(const http::Caller& caller, const ports::FigureQuestion& question, std::string_view measureName,
                                std::string_view value) {
    if (!mayList(caller, question) || !question.registerCode.empty()) {
        return {};
    }
    figures::PageLink link{"/tasks"};
    link.with("view", "table").with("givenFrom", question.from.toString()).with("givenUntil", question.until.toString());
    link.withList("unitId", question.unitIds);
    if (measureName == measure::kStanding) {
        link.with(value == "suspended" ? "state" : "timeliness", value);
    } else if (measureName.starts_with(measure::kTimePrefix)) {
        link.with("state", "done");
    } else {
        link.with("counted", "true");
    }
    return link.text();
}

}  // namespace congvu::tasks
