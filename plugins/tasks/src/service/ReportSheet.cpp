// SPDX-License-Identifier: Apache-2.0
#include "service/ReportSheet.h"

#include "congvu/json/Decode.h"

namespace congvu::tasks {

namespace {

std::string groupTitle(ReportGroup group) {
    switch (group) {
        case ReportGroup::unit:
            return "Đơn vị";
        case ReportGroup::leader:
            return "Lãnh đạo phụ trách";
        case ReportGroup::field:
            return "Lĩnh vực";
        case ReportGroup::origin:
            return "Nguồn nhiệm vụ";
        case ReportGroup::period:
            return "Tháng giao";
    }
    return {};
}

std::string originName(const std::string& key) {
    switch (json::enumFrom<TaskOrigin>(key).value_or(TaskOrigin::hand)) {
        case TaskOrigin::direction:
            return "Ý kiến chỉ đạo";
        case TaskOrigin::plan:
            return "Chương trình công tác";
        case TaskOrigin::periodic:
            return "Định kỳ";
        case TaskOrigin::external:
            return "Hệ thống khác";
        case TaskOrigin::hand:
            return "Giao trực tiếp";
    }
    return key;
}

std::string rowName(ReportGroup group, const ReportRowView& row) {
    if (group == ReportGroup::origin) {
        return originName(row.key);
    }
    if (group == ReportGroup::period) {
        return row.key.substr(5) + '/' + row.key.substr(0, 4);
    }
    return row.label.empty() ? "(không ghi)" : row.label;
}

/// The share of done tasks that were on time, in per cent with one decimal, "–" while none is done.
std::string rateOf(const FourCounters& counters) {
    if (counters.done() == 0) {
        return "–";
    }
    const auto tenths = (counters.doneOnTime * 1000 + counters.done() / 2) / counters.done();
    return std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10);
}

sheets::SheetRow sheetRow(std::string number, std::string name, const FourCounters& c, bool isHeading) {
    sheets::SheetRow row{{std::move(number), std::move(name)}, isHeading};
    for (const auto value :
         {c.total(), c.done(), c.doneOnTime, c.doneLate, c.open(), c.inTerm, c.overdue, c.noDeadlineOpen + c.noDeadlineDone, c.suspended}) {
        row.cells.push_back(std::to_string(value));
    }
    row.cells.push_back(rateOf(c));
    return row;
}

}  // namespace

sheets::Sheet reportSheet(const ReportView& report, const std::string& superior, const std::string& issuer) {
    constexpr auto right = sheets::CellAlign::right;
    sheets::Sheet sheet;
    sheet.fileName = "bao-cao-nhiem-vu-" + report.until.toString();
    sheet.superior = superior;
    sheet.issuer = issuer;
    sheet.title = {"BÁO CÁO TÌNH HÌNH THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO",
                   "Nhiệm vụ giao từ ngày " + report.from.toDisplay() + " đến ngày " + report.until.toDisplay()};
    sheet.columns = {{"STT", 0.5, sheets::CellAlign::centre},
                     {groupTitle(report.by), 3},
                     {"Tổng số", 1, right},
                     {"Đã hoàn thành", 1, right},
                     {"Đúng hạn", 1, right},
                     {"Quá hạn", 1, right},
                     {"Chưa hoàn thành", 1, right},
                     {"Trong hạn", 1, right},
                     {"Đã quá hạn", 1, right},
                     {"Không thời hạn", 1, right},
                     {"Tạm dừng", 1, right},
                     {"Tỷ lệ đúng hạn (%)", 1, right}};
    int number = 0;
    for (const auto& row : report.rows) {
        sheet.rows.push_back(sheetRow(std::to_string(++number), rowName(report.by, row), row.counters, false));
    }
    sheet.rows.push_back(sheetRow("", "Tổng cộng", report.total, true));
    sheet.after = {"Tổng số không gồm nhiệm vụ không có thời hạn và nhiệm vụ tạm dừng.",
                   report.basis == DeadlineBasis::current ? "Thời hạn tính theo hạn đang áp dụng, kể cả gia hạn được duyệt."
                                                          : "Thời hạn tính theo hạn ban đầu."};
    sheet.isLandscape = true;
    return sheet;
}

}  // namespace congvu::tasks
