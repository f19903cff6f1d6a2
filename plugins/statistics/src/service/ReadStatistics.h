// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ReportQuestion.h"
#include "domain/ReportViews.h"
#include "service/CountFigures.h"
#include "service/FigureSources.h"
#include "service/Scopes.h"

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/settings/Settings.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace congvu::statistics {

/// The report on documents and tasks of a period. Every figure says which page lists what it counts. Errors: notFound and forbidden by
/// Scopes; 422 for a register that the unit's agency does not have.
class ReadStatistics {
public:
    struct Needs {
        db::Db& db;
        const FigureSources& sources;
        const CountFigures& counting;
        const Scopes& scopes;
        const directory::Directory& directory;
        const settings::Settings& settings;
        const calendar::WorkingCalendar& calendar;
    };
    explicit ReadStatistics(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] ReportView run(const http::Caller& caller, const ReportQuestion& question) const;
    /// What can be chosen; `unitId` names the agency whose registers are offered, empty for the own.
    [[nodiscard]] Choices choices(const http::Caller& caller, const std::string& unitId) const;

private:
    /// What a report of one source is made from.
    struct Task;
    using Names = std::map<std::pair<std::string, std::string>, std::string>;

    [[nodiscard]] std::vector<RegisterChoice> registersOf(db::Reader& reader, const std::vector<RunningSource>& sources,
                                                          const std::string& agencyId) const;
    [[nodiscard]] SourceView sourceView(const Task& task) const;
    [[nodiscard]] FigureView figure(const Task& task, const std::string& measure, const std::string& value) const;
    [[nodiscard]] MeasureView measureView(const Task& task, const MeasureShown& shown) const;
    [[nodiscard]] TimeView timeView(const Task& task, std::string_view status) const;
    [[nodiscard]] std::vector<UnitView> unitViews(const Task& task) const;
    [[nodiscard]] UnitView unitView(const Task& task, const std::string& unitId) const;
    /// The unit by whose row a place is counted: the child of the chosen unit in which it lies.
    [[nodiscard]] std::string rowOf(const Task& task, const std::string& place) const;
    [[nodiscard]] std::vector<PointView> course(const Task& task) const;
    /// Empty where nothing is counted, or where the rows are not all the caller's to see.
    [[nodiscard]] std::string linkOf(const Task& task, const ports::FigureQuestion& question, std::string_view measure,
                                     std::string_view value, std::int64_t amount) const;

    Needs needs_;
};

}  // namespace congvu::statistics
