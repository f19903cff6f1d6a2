// SPDX-License-Identifier: Apache-2.0
#include "domain/RegisterSheet.h"

#include "domain/NumberSymbol.h"

namespace congvu::outgoing {

namespace {

std::string joinedNames(const std::vector<std::string>& names) {
    std::string joined;
    for (const auto& name : names) {
        joined += (joined.empty() ? "" : "; ") + name;
    }
    return joined;
}

std::string noteOf(const PrintedEntry& printed) {
    const auto& entry = printed.entry;
    if (entry.status == "cancelled") {
        return entry.reason.empty() ? "Số đã huỷ" : "Số đã huỷ: " + entry.reason;
    }
    if (entry.status == "reserved") {
        return "Số giữ trước: " + entry.reason;
    }
    if (printed.state == "recalled" || printed.state == "recalling") {
        return printed.state == "recalled" ? "Đã thu hồi" : "Đang thu hồi";
    }
    return {};
}

sheets::SheetRow rowOfEntry(const PrintedEntry& printed) {
    const auto& entry = printed.entry;
    const auto symbol = entry.numberAndSymbol.empty() ? displayNumber(entry.number) : entry.numberAndSymbol;
    const auto subject = entry.typeName.empty() ? entry.subject : entry.typeName + ": " + entry.subject;
    const auto copies = printed.recipients.empty() ? std::string{} : std::to_string(printed.recipients.size());
    return {{symbol, entry.documentDate ? entry.documentDate->toDisplay() : "", subject, entry.signerName, joinedNames(printed.recipients),
             printed.archive, copies, printed.issuedOn ? printed.issuedOn->toDisplay() : "", "", noteOf(printed)}};
}

std::string periodLine(const RegisterFilter& filter) {
    auto year = "Năm " + std::to_string(filter.year);
    if (!filter.from && !filter.to) {
        return year;
    }
    return year + (filter.from ? ", từ ngày " + filter.from->toDisplay() : "") + (filter.to ? " đến ngày " + filter.to->toDisplay() : "");
}

}  // namespace

sheets::Sheet registerSheet(const std::vector<PrintedEntry>& entries, const RegisterFilter& filter, const RegisterHead& head) {
    using sheets::CellAlign;
    sheets::Sheet sheet;
    sheet.fileName = "so-van-ban-di-" + std::to_string(filter.year);
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.title = {"SỔ ĐĂNG KÝ VĂN BẢN ĐI", periodLine(filter)};
    if (filter.group && !filter.group->empty()) {
        sheet.title.push_back("Loại văn bản: " + *filter.group);
    }
    sheet.isLandscape = true;
    sheet.columns = {{"Số, ký hiệu văn bản", 1.6},
                     {"Ngày tháng văn bản", 1.35, CellAlign::centre},
                     {"Tên loại và trích yếu nội dung văn bản", 2.4},
                     {"Người ký", 1.2},
                     {"Nơi nhận văn bản", 1.6},
                     {"Đơn vị, người nhận bản lưu", 1.05},
                     {"Số lượng bản", 0.7, CellAlign::centre},
                     {"Ngày chuyển", 1.35, CellAlign::centre},
                     {"Ký nhận", 0.8},
                     {"Ghi chú", 1.1}};
    sheet.rows.reserve(entries.size());
    for (const auto& entry : entries) {
        sheet.rows.push_back(rowOfEntry(entry));
    }
    return sheet;
}

}  // namespace congvu::outgoing
