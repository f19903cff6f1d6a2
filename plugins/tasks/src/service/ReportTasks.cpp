// SPDX-License-Identifier: Apache-2.0
#include "service/ReportTasks.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"
#include "service/ReportSheet.h"
#include "service/Viewing.h"
#include "storage/CounterReportRepository.h"

#include <algorithm>

namespace congvu::tasks {

ReportView ReportTasks::run(const http::Caller& caller, ReportGroup group, TaskFilter filter) const {
    const auto today = needs_.clock.today();
    ReportView view;
    view.by = group;
    view.until = filter.givenUntil.value_or(today);
    view.from = filter.givenFrom.value_or(Date{view.until.year(), 1, 1});
    if (view.until < view.from) {
        throw AppError::invalidField("/givenUntil", "tasks.period-ends-before-start");
    }
    filter.givenFrom = view.from;
    filter.givenUntil = view.until;
    const auto reckoning = needs_.days.forUnit(caller.agencyId);
    view.basis = reckoning.basis;
    const auto rows = needs_.db.read(
        [&](db::Reader& reader) { return CounterReportRepository::run(reader, group, filter, viewerOf(caller), reckoning); });
    for (const auto& row : rows) {
        view.total += row.counters;
        view.rows.push_back({row.key, labelOf(group, row.key), row.counters});
    }
    if (group != ReportGroup::period) {
        std::ranges::stable_sort(view.rows, {}, [](const ReportRowView& row) { return text::sortKey(row.label); });
    }
    return view;
}

Download ReportTasks::file(const http::Caller& caller, ReportGroup group, const TaskFilter& filter, sheets::SheetFormat format) const {
    const auto agency = needs_.directory.unit(caller.agencyId);
    const auto sheet = reportSheet(run(caller, group, filter), agency ? agency->parentAgencyName : "", agency ? agency->name : "");
    return {sheets::renderSheet(sheet, format, needs_.folder), std::string{sheets::mediaTypeOf(format)},
            sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
}

std::string ReportTasks::labelOf(ReportGroup group, const std::string& key) const {
    if (group == ReportGroup::unit) {
        return needs_.presenter.unit(key).name;
    }
    return group == ReportGroup::leader ? needs_.presenter.post(key).name : key;
}

}  // namespace congvu::tasks
