// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ports/FigureSource.h"
#include "service/DayReckoner.h"

namespace congvu::tasks {

/// Tasks as statistics count them (port congvu.task-figures.v1), by the day they were given; returned and cancelled ones are not counted.
/// Measures: count, standing, and the time from the giving until done. Tasks stand in no register.
class FigureAnswers : public ports::TaskFigures {
public:
    explicit FigureAnswers(const DayReckoner& days) : days_(days) {}

    std::vector<ports::FigureDay> days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until) override;
    std::vector<ports::FigureDay> changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) override;
    /// Which deadline counts (setting tasks.counted_deadline).
    std::string rule(std::string_view agencyId) override;
    std::vector<figures::FigureCell> cells(db::Reader& reader, std::string_view agencyId, Date day,
                                           const calendar::WorkingTime& time) override;
    std::vector<ports::FigureRegister> registers(db::Reader& reader, std::string_view agencyId) override;
    std::vector<ports::FigureName> names(db::Reader& reader, std::string_view agencyId, std::string_view locale) override;
    /// For whoever sees all tasks of the agency, and for the unit that the caller leads.
    std::string link(const http::Caller& caller, const ports::FigureQuestion& question, std::string_view measure,
                     std::string_view value) override;

private:
    const DayReckoner& days_;
};

}  // namespace congvu::tasks
