// SPDX-License-Identifier: Apache-2.0
#include "domain/RegisterPrint.h"

namespace congvu::incoming {

namespace {

using sheets::CellAlign;
using sheets::Sheet;

std::string display(const std::optional<Date>& day) {
    return day ? day->toDisplay() : std::string{};
}

std::string joined(const std::string& first, std::string_view separator, const std::string& second) {
    if (first.empty() || second.empty()) {
        return first + second;
    }
    return first + std::string{separator} + second;
}

std::string progressOf(const PrintedEntry& entry) {
    switch (entry.state) {
        case DocumentState::completed:
            return joined("Đã giải quyết", " ngày ", display(entry.closedOn));
        case DocumentState::cancelled:
            return "Đã huỷ vào sổ";
        case DocumentState::recalled:
            return "Đã thu hồi";
        case DocumentState::directed:
        case DocumentState::inWork:
            return entry.tasksTotal == 0
                       ? "Đang giải quyết"
                       : "Đang giải quyết, xong " + std::to_string(entry.tasksDone) + '/' + std::to_string(entry.tasksTotal) + " nhiệm vụ";
        case DocumentState::transferred:
            return "Đang giải quyết";
        case DocumentState::registered:
        case DocumentState::submitted:
        case DocumentState::returned:
            break;
    }
    return "Chờ ý kiến chỉ đạo";
}

Sheet sheetFor(const PrintPeriod& period, const PrintHead& head, const std::string& title, const std::string& fileName) {
    Sheet sheet;
    sheet.fileName = fileName + '-' + std::to_string(period.year);
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.title = {title, period.registerName + ", năm " + std::to_string(period.year),
                   "Từ ngày " + period.first.toDisplay() + " đến ngày " + period.last.toDisplay()};
    sheet.isLandscape = true;
    return sheet;
}

}  // namespace

std::string arrivalNumberText(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

Sheet arrivalSheet(const PrintPeriod& period, const std::vector<PrintedEntry>& entries, const PrintHead& head) {
    auto sheet = sheetFor(period, head, "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "so-dang-ky-van-ban-den");
    sheet.columns = {{"Ngày đến", 1.15, CellAlign::centre},
                     {"Số đến", 0.7, CellAlign::centre},
                     {"Tác giả", 1.6},
                     {"Số, ký hiệu văn bản", 1.4},
                     {"Ngày tháng văn bản", 1.15, CellAlign::centre},
                     {"Tên loại và trích yếu nội dung văn bản", 3.2},
                     {"Đơn vị hoặc người nhận", 1.7},
                     {"Ngày chuyển", 1.15, CellAlign::centre},
                     {"Ký nhận", 0.8},
                     {"Ghi chú", 1.1}};
    for (const auto& entry : entries) {
        const auto number = arrivalNumberText(entry.number);
        if (entry.isEmpty) {
            sheet.rows.push_back({{"", number, "", "", "", "", "", "", "", entry.note}});
            continue;
        }
        sheet.rows.push_back({{entry.arrivedOn.toDisplay(), number, entry.issuerName, entry.symbol, display(entry.documentDate),
                               joined(entry.typeName, " ", entry.subject), entry.receiver, display(entry.passedOn), "", entry.note}});
    }
    return sheet;
}

Sheet trackingSheet(const PrintPeriod& period, const std::vector<PrintedEntry>& entries, const PrintHead& head) {
    auto sheet = sheetFor(period, head, "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN", "so-theo-doi-giai-quyet-van-ban-den");
    sheet.columns = {{"Số đến", 0.7, CellAlign::centre},
                     {"Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản", 3.4},
                     {"Đơn vị hoặc người nhận", 2},
                     {"Thời hạn giải quyết", 1.2, CellAlign::centre},
                     {"Tiến độ giải quyết", 1.8},
                     {"Số, ký hiệu văn bản trả lời", 1.6},
                     {"Ghi chú", 1.3}};
    for (const auto& entry : entries) {
        const auto number = arrivalNumberText(entry.number);
        if (entry.isEmpty) {
            sheet.rows.push_back({{number, "", "", "", "", "", entry.note}});
            continue;
        }
        const auto what = joined(joined(entry.typeName, " số ", entry.symbol), " ngày ", display(entry.documentDate));
        sheet.rows.push_back({{number, joined(what, " của ", entry.issuerName), entry.receiver, display(entry.dueOn), progressOf(entry),
                               entry.replySymbols, entry.note}});
    }
    return sheet;
}

}  // namespace congvu::incoming
