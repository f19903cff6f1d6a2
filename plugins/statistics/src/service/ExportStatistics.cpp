// SPDX-License-Identifier: Apache-2.0
#include "service/ExportStatistics.h"

#include "domain/StatisticsSheet.h"

#include "congvu/json/Writer.h"

namespace congvu::statistics {

namespace {

std::string exportDetail(const ReportView& report, sheets::SheetFormat format) {
    json::Writer detail;
    detail.beginObject().key("from").string(report.from.toString()).key("until").string(report.until.toString());
    detail.key("unit").string(report.unitName).key("format").string(sheets::endingOf(format)).endObject();
    return detail.take();
}

}  // namespace

ExportedFile ExportStatistics::run(const http::Caller& caller, const ReportQuestion& question, sheets::SheetFormat format) const {
    const auto report = needs_.reading.run(caller, question);
    const auto agency = needs_.directory.unit(caller.agencyId);
    const auto sheet = statisticsSheet(report, agency ? agency->parentAgencyName : std::string{}, agency ? agency->name : std::string{});
    ExportedFile file{sheets::renderSheet(sheet, format, needs_.folder), std::string{sheets::mediaTypeOf(format)},
                      sheet.fileName + '.' + std::string{sheets::endingOf(format)}};
    needs_.db.write([&](db::Tx& tx) {
        needs_.audit.record(tx, caller, "statistics.exported", {"statistics", "report", report.unitId}, exportDetail(report, format));
    });
    return file;
}

}  // namespace congvu::statistics
