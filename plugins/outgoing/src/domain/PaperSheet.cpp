// SPDX-License-Identifier: Apache-2.0
#include "domain/PaperSheet.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace congvu::outgoing {

namespace {

using sheets::CellAlign;

std::string_view noticeWord(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::recall:
            return "thông báo thu hồi";
        case NoticeKind::corrects:
            return "thông báo đính chính";
        case NoticeKind::amends:
            return "thông báo sửa đổi, bổ sung";
        case NoticeKind::replaces:
            return "thông báo thay thế";
        case NoticeKind::document:
            break;
    }
    return {};
}

std::string shownPaperDay(const std::optional<Date>& day) {
    return day ? day->toDisplay() : std::string{};
}

std::string itemNames(const std::vector<PaperItem>& items) {
    std::string names;
    for (const auto& item : items) {
        names += (names.empty() ? "" : "; ") + paperItemName(item);
    }
    return names;
}

std::string addressLine(const PaperEnvelope& envelope) {
    return envelope.postalAddress.empty() ? envelope.recipientName : envelope.recipientName + "\n" + envelope.postalAddress;
}

void addPostColumns(sheets::Sheet& sheet) {
    sheet.title.insert(sheet.title.begin(), "SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN");
    sheet.columns = {{"Ngày chuyển", 1.1, CellAlign::centre}, {"Số, ký hiệu văn bản", 1.6},     {"Nơi nhận văn bản", 2.6},
                     {"Số lượng bì", 0.7, CellAlign::centre}, {"Ký nhận và dấu bưu điện", 1.4}, {"Ghi chú", 1.2}};
}

void addHandColumns(sheets::Sheet& sheet) {
    sheet.title.insert(sheet.title.begin(), "SỔ CHUYỂN GIAO VĂN BẢN GIẤY");
    sheet.columns = {{"Ngày chuyển", 1.1, CellAlign::centre},
                     {"Số, ký hiệu văn bản", 1.4},
                     {"Tên loại và trích yếu nội dung văn bản", 2.2},
                     {"Nơi nhận văn bản", 1.8},
                     {"Số lượng bản", 0.7, CellAlign::centre},
                     {"Bì số", 0.6, CellAlign::centre},
                     {"Ký nhận", 1.2},
                     {"Ghi chú", 1.1}};
}

void addPaperRows(sheets::Sheet& sheet, const PaperList& list, const std::vector<PaperItem>& items) {
    const auto day = shownPaperDay(list.handedOn);
    for (const auto& envelope : envelopesOf(items)) {
        if (list.way == PaperWay::post) {
            sheet.rows.push_back(
                {{day, itemNames(envelope.items), addressLine(envelope), "1", "", "Bì số " + std::to_string(envelope.number)}});
            continue;
        }
        for (const auto& item : envelope.items) {
            sheet.rows.push_back({{day, paperItemName(item), item.typeName + ": " + item.subject, envelope.recipientName,
                                   std::to_string(item.copies), std::to_string(envelope.number), "", item.note}});
        }
    }
}

sheets::Sheet emptyPaperSheet(PaperWay way, const RegisterHead& head) {
    sheets::Sheet sheet;
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.isLandscape = true;
    if (way == PaperWay::post) {
        addPostColumns(sheet);
    } else {
        addHandColumns(sheet);
    }
    return sheet;
}

std::string namedDocument(const PaperItem& item) {
    return item.typeName + " số " + item.numberAndSymbol + " ngày " + shownPaperDay(item.documentDate) + " (" + item.subject + ")";
}

}  // namespace

std::vector<PaperEnvelope> envelopesOf(const std::vector<PaperItem>& items) {
    std::vector<PaperEnvelope> envelopes;
    for (const auto& item : items) {
        auto found = std::ranges::find_if(envelopes, [&](const PaperEnvelope& one) { return one.number == item.envelope; });
        if (found == envelopes.end()) {
            envelopes.push_back({item.envelope, item.recipientName, item.postalAddress, {}});
            found = envelopes.end() - 1;
        }
        found->items.push_back(item);
    }
    std::ranges::sort(envelopes, {}, &PaperEnvelope::number);
    return envelopes;
}

std::string paperItemName(const PaperItem& item) {
    const auto word = noticeWord(item.kind);
    return word.empty() ? item.numberAndSymbol : item.numberAndSymbol + " (" + std::string{word} + ')';
}

sheets::Sheet paperListSheet(const PaperList& list, const std::vector<PaperItem>& items, const RegisterHead& head) {
    auto sheet = emptyPaperSheet(list.way, head);
    const auto number = list.number ? std::to_string(*list.number) + '-' + std::to_string(list.year) : std::string{"moi"};
    sheet.fileName = (list.way == PaperWay::post ? "gui-buu-dien-" : "chuyen-giao-") + number;
    if (list.number) {
        sheet.title.push_back("Danh sách số " + std::to_string(*list.number) + "/" + std::to_string(list.year));
    }
    if (!list.carrier.empty()) {
        sheet.before.push_back("Đơn vị nhận chuyển: " + list.carrier);
    }
    addPaperRows(sheet, list, items);
    sheet.after.push_back("Tổng số: " + std::to_string(envelopesOf(items).size()) + " bì, " + std::to_string(items.size()) + " văn bản.");
    sheet.left = {"NGƯỜI GIAO", "(Ký, ghi rõ họ tên)", list.handedByName};
    sheet.right = {"NGƯỜI NHẬN", "(Ký, ghi rõ họ tên, giờ nhận)", list.receivedBy};
    return sheet;
}

sheets::Sheet paperRegisterSheet(PaperWay way, const PaperDays& days, const std::vector<PaperList>& lists,
                                 const std::vector<PaperItem>& items, const RegisterHead& head) {
    auto sheet = emptyPaperSheet(way, head);
    sheet.fileName = (way == PaperWay::post ? "so-gui-buu-dien-" : "so-chuyen-giao-") + days.from.toString() + '-' + days.to.toString();
    sheet.title.push_back("Từ ngày " + days.from.toDisplay() + " đến ngày " + days.to.toDisplay());
    std::map<std::string, std::vector<PaperItem>> byList;
    for (const auto& item : items) {
        byList[item.listId.value_or(std::string{})].push_back(item);
    }
    for (const auto& list : lists) {
        addPaperRows(sheet, list, byList[list.id]);
    }
    return sheet;
}

sheets::Sheet noticeSheet(const PaperItem& item, const std::string& recallReason, const RegisterHead& head) {
    sheets::Sheet sheet;
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.fileName = "thong-bao";
    sheet.title = {"THÔNG BÁO"};
    sheet.before = {"Kính gửi: " + item.recipientName};
    if (item.kind == NoticeKind::recall) {
        sheet.title.emplace_back("Về việc thu hồi văn bản số " + item.numberAndSymbol);
        sheet.before.push_back(head.issuer + " thu hồi " + namedDocument(item) + ".");
        sheet.before.push_back("Lý do: " + recallReason);
        // Decree 30/2020, Art. 18: paper that is recalled is sent back.
        sheet.before.emplace_back("Đề nghị cơ quan, đơn vị gửi trả lại văn bản giấy đã nhận.");
    } else {
        const auto act = std::string{noticeWord(item.kind)}.substr(std::string_view{"thông báo "}.size());
        sheet.title.push_back("Về việc " + act + " văn bản số " + item.numberAndSymbol);
        sheet.before.push_back(namedDocument(item) + " đã được " + act + " bằng văn bản số " + item.aboutNumber + ".");
    }
    sheet.right = {"THỦ TRƯỞNG CƠ QUAN", "(Ký tên, đóng dấu)"};
    return sheet;
}

}  // namespace congvu::outgoing
