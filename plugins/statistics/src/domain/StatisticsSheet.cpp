// SPDX-License-Identifier: Apache-2.0
#include "domain/StatisticsSheet.h"

#include "domain/Words.h"

#include <cstdint>
#include <utility>

namespace congvu::statistics {

namespace {

/// Part of a whole in per cent with one decimal; "–" where there is nothing.
std::string shareOf(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) {
        return "–";
    }
    const auto tenths = (part * 1000 + whole / 2) / whole;
    return std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10);
}

/// Half hours as "2,5".
std::string hoursText(double hours) {
    const auto halves = static_cast<std::int64_t>(hours * 2 + 0.25);
    return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ",5");
}

/// Working hours as working days with one decimal.
std::string daysText(double hours, std::int64_t minutesPerDay) {
    if (minutesPerDay <= 0) {
        return "–";
    }
    const auto minutes = static_cast<std::int64_t>(hours * 60);
    const auto tenths = (minutes * 10 + minutesPerDay / 2) / minutesPerDay;
    return std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10);
}

std::string numbered(int number, const std::string& words) {
    return std::to_string(number) + ". " + words;
}

void addHeading(sheets::Sheet& sheet, std::string words, std::string amount = {}) {
    sheet.rows.push_back({{std::move(words), std::move(amount), "", "", ""}, true});
}

void addMeasure(sheets::Sheet& sheet, const SourceView& source, const MeasureView& measure, int number) {
    addHeading(sheet, numbered(number, measureWords(source.id, measure.id)), std::to_string(measure.total));
    for (const auto& figure : measure.figures) {
        const auto name = figure.name.empty() ? valueWords(measure.id, figure.value) : figure.name;
        sheet.rows.push_back({{name, std::to_string(figure.amount), shareOf(figure.amount, measure.total), "", ""}, false});
    }
}

void addTimes(sheets::Sheet& sheet, const SourceView& source, int number, std::int64_t minutesPerDay) {
    addHeading(sheet, numbered(number, "Thời gian đến từng trạng thái"));
    for (const auto& time : source.times) {
        if (time.amount > 0) {
            const auto words = [&](double hours) { return hoursText(hours) + " (" + daysText(hours, minutesPerDay) + " ngày)"; };
            sheet.rows.push_back({{statusWords(source.id, time.status), std::to_string(time.amount), "", words(time.medianHours),
                                   words(time.ninetiethHours)},
                                  false});
        }
    }
}

void addUnits(sheets::Sheet& sheet, const SourceView& source, int number, bool includesBelow) {
    addHeading(sheet, numbered(number, includesBelow ? "Theo cơ quan (tỷ lệ: đúng hạn)" : "Theo đơn vị (tỷ lệ: đúng hạn)"));
    for (const auto& unit : source.units) {
        const auto name = unit.unitId.empty() ? std::string{"Chưa giao đơn vị nào"} : unit.name;
        sheet.rows.push_back({{name, std::to_string(unit.amount), shareOf(unit.onTime, unit.onTime + unit.late), "", ""}, false});
    }
}

}  // namespace

sheets::Sheet statisticsSheet(const ReportView& report, const std::string& superior, const std::string& issuer) {
    constexpr auto right = sheets::CellAlign::right;
    sheets::Sheet sheet;
    sheet.fileName = "thong-ke-" + report.from.toString() + "-" + report.until.toString();
    sheet.superior = superior;
    sheet.issuer = issuer;
    sheet.title = {"BÁO CÁO THỐNG KÊ", "Từ ngày " + report.from.toDisplay() + " đến ngày " + report.until.toDisplay(),
                   report.unitName + (report.includesBelow ? " và các cơ quan cấp dưới" : "")};
    if (!report.registerCode.empty()) {
        sheet.title.push_back("Sổ: " + (report.registerName.empty() ? std::string{"sổ chung"} : report.registerName));
    }
    sheet.columns = {{"Nội dung", 4},
                     {"Số lượng", 1, right},
                     {"Tỷ lệ (%)", 1, right},
                     {"Trung vị (giờ làm việc)", 1.6, right},
                     {"90% không quá (giờ làm việc)", 1.6, right}};
    for (const auto& source : report.sources) {
        addHeading(sheet, sourceWords(source.id), std::to_string(source.total.amount));
        int number = 0;
        for (const auto& measure : source.measures) {
            addMeasure(sheet, source, measure, ++number);
        }
        addTimes(sheet, source, ++number, report.minutesPerDay);
        addUnits(sheet, source, ++number, report.includesBelow);
    }
    sheet.after = {"Thời gian chỉ tính giờ làm việc (" + report.officeHours + ") của ngày làm việc, làm tròn đến nửa giờ."};
    return sheet;
}

}  // namespace congvu::statistics
