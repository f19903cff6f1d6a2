// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"
#include "congvu/sheets/SheetFiles.h"
#include "domain/CounterReport.h"
#include "domain/TaskFilter.h"
#include "service/DayReckoner.h"
#include "service/TaskPresenter.h"
#include "service/TaskViewFields.h"

#include <filesystem>
#include <string>

namespace congvu::tasks {

struct ReportRowView {
    std::string key;
    std::string label;  ///< of units and leaders; the page names origins and months, and fields are their own label
    FourCounters counters;
};

/// The report on assigned tasks. `total` is the sum of the rows.
struct ReportView {
    ReportGroup by = ReportGroup::unit;
    DeadlineBasis basis = DeadlineBasis::current;
    Date from;
    Date until;
    FourCounters total;
    std::vector<ReportRowView> rows;
};

/// A list ready for downloading.
struct Download {
    std::string bytes;
    std::string mediaType;
    std::string fileName;
};

/// The four-counter report (shape of the Prime Minister's working group, 2017) on the tasks given in a period, by unit, leader, field,
/// origin or month, of what the caller may see; and the same as PDF, XLSX or CSV.
class ReportTasks {
public:
    struct Needs {
        db::Db& db;
        const TaskPresenter& presenter;
        const DayReckoner& days;
        const directory::Directory& directory;
        const Clock& clock;
        std::filesystem::path folder;  ///< for files on their way
    };
    explicit ReportTasks(Needs needs) : needs_(std::move(needs)) {}

    /// Without a period it is the year so far. AppError invalid "/givenUntil" when it ends before it begins.
    [[nodiscard]] ReportView run(const http::Caller& caller, ReportGroup group, TaskFilter filter) const;
    [[nodiscard]] Download file(const http::Caller& caller, ReportGroup group, const TaskFilter& filter, sheets::SheetFormat format) const;

private:
    [[nodiscard]] std::string labelOf(ReportGroup group, const std::string& key) const;

    Needs needs_;
};

}  // namespace congvu::tasks

namespace congvu::json {

template <>
struct Description<tasks::ReportRowView> {
    static auto fields() {
        using View = tasks::ReportRowView;
        return std::tuple{field("key", &View::key), field("label", &View::label), field("counters", &View::counters)};
    }
};

template <>
struct Description<tasks::ReportView> {
    static auto fields() {
        using View = tasks::ReportView;
        return std::tuple{field("by", &View::by),       field("basis", &View::basis), field("from", &View::from),
                          field("until", &View::until), field("total", &View::total), field("rows", &View::rows)};
    }
};

}  // namespace congvu::json
