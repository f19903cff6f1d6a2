// SPDX-License-Identifier: Apache-2.0
#include "domain/Sheets.h"

#include "domain/NumberWords.h"

#include <algorithm>

namespace congvu::records {

namespace {

constexpr std::string_view kPermanent = "Vĩnh viễn";

std::string dateLine(const Letterhead& head) {
    const auto two = [](unsigned value, bool isPadded) { return (isPadded && value < 10 ? "0" : "") + std::to_string(value); };
    // Decree 30/2020, App. I: days below ten and the months one and two get a leading zero.
    return head.place + ", ngày " + two(head.today.dayOfMonth(), true) + " tháng " + two(head.today.month(), head.today.month() < 3) +
           " năm " + std::to_string(head.today.year());
}

std::vector<Heading> childrenOf(const PlanContent& content, const std::optional<std::string>& parentId) {
    std::vector<Heading> children;
    for (const auto& heading : content.headings) {
        if (heading.parentId == parentId) {
            children.push_back(heading);
        }
    }
    std::sort(children.begin(), children.end(), [](const Heading& a, const Heading& b) { return a.position < b.position; });
    return children;
}

void addEntries(sheets::Sheet& sheet, const PlanContent& content, const std::string& headingId) {
    for (const auto& entry : content.entries) {
        if (entry.headingId == headingId) {
            sheet.rows.push_back({{entry.notation, entry.title, entry.retention, entry.keeperName, entry.note}});
        }
    }
}

/// From the first to the last day of the work.
std::string periodOf(const Dossier& dossier) {
    return dossier.startedOn.toDisplay() + (dossier.endedOn ? " – " + dossier.endedOn->toDisplay() : "");
}

std::string periodOf(const std::vector<Dossier>& dossiers) {
    if (dossiers.empty()) {
        return {};
    }
    Date first = dossiers.front().startedOn;
    Date last = dossiers.front().endedOn.value_or(first);
    for (const auto& dossier : dossiers) {
        first = std::min(first, dossier.startedOn);
        last = std::max(last, dossier.endedOn.value_or(dossier.startedOn));
    }
    return first.toDisplay() + " – " + last.toDisplay();
}

}  // namespace

sheets::Sheet planSheet(const PlanContent& content, const Letterhead& head) {
    sheets::Sheet sheet;
    const auto year = std::to_string(content.plan.year);
    sheet.fileName = "danh-muc-ho-so-" + year;
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.title = {"DANH MỤC HỒ SƠ", "Năm " + year};
    if (!content.plan.decision.empty()) {
        sheet.title.push_back("(Kèm theo Quyết định số " + content.plan.decision + ")");
    }
    sheet.columns = {{"Số và ký hiệu hồ sơ", 1.1},
                     {"Tên đề mục và tiêu đề hồ sơ", 3.4},
                     {"Thời hạn bảo quản", 1, sheets::CellAlign::centre},
                     {"Người lập hồ sơ", 1.4},
                     {"Ghi chú", 1}};
    for (const auto& large : childrenOf(content, std::nullopt)) {
        sheet.rows.push_back({{"", romanNumber(large.position) + ". " + large.title, "", "", ""}, true});
        addEntries(sheet, content, large.id);
        for (const auto& small : childrenOf(content, large.id)) {
            sheet.rows.push_back({{"", std::to_string(small.position) + ". " + small.title, "", "", ""}, true});
            addEntries(sheet, content, small.id);
        }
    }
    const auto permanent =
        std::count_if(content.entries.begin(), content.entries.end(), [](const Entry& entry) { return entry.retention == kPermanent; });
    const auto total = static_cast<std::int64_t>(content.entries.size());
    sheet.after = {
        "Danh mục hồ sơ này có " + std::to_string(total) + " hồ sơ, bao gồm:", std::to_string(permanent) + " hồ sơ bảo quản vĩnh viễn;",
        std::to_string(total - permanent) + " hồ sơ bảo quản có thời hạn."};
    return sheet;
}

sheets::Sheet documentsSheet(const Dossier& dossier, const std::vector<ItemView>& items, const Letterhead& head) {
    sheets::Sheet sheet;
    sheet.fileName = "muc-luc-van-ban-" + std::to_string(dossier.year);
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.title = {"MỤC LỤC VĂN BẢN, TÀI LIỆU", "Số, ký hiệu hồ sơ: " + dossier.notation, "Năm " + std::to_string(dossier.year)};
    sheet.before = {"Tiêu đề hồ sơ: " + dossier.title};
    sheet.columns = {{"STT", 0.5, sheets::CellAlign::centre},
                     {"Số, ký hiệu văn bản", 1.2},
                     {"Ngày tháng năm văn bản", 1, sheets::CellAlign::centre},
                     {"Tên loại và trích yếu nội dung văn bản", 3},
                     {"Tác giả văn bản", 1.5},
                     {"Tờ số/ Trang số", 0.8, sheets::CellAlign::centre},
                     {"Ghi chú", 0.9}};
    std::int64_t page = 1;
    for (const auto& item : items) {
        if (item.isHidden) {
            sheet.rows.push_back({{std::to_string(item.ordinal), "", "", "(Văn bản không thuộc quyền xem của người in)", "", "", ""}});
            continue;
        }
        sheet.rows.push_back(
            {{std::to_string(item.ordinal), item.numberAndSymbol, item.issuedOn ? item.issuedOn->toDisplay() : "",
              item.typeName.empty() ? item.subject : item.typeName + " " + item.subject, item.organName,
              item.pages > 0 ? std::to_string(page) + (item.pages > 1 ? "–" + std::to_string(page + item.pages - 1) : "") : "",
              item.note}});
        page += item.pages;
    }
    return sheet;
}

sheets::Sheet transferSheet(const Transfer& transfer, const std::vector<Dossier>& dossiers, const Letterhead& head) {
    sheets::Sheet sheet;
    const auto year = std::to_string(transfer.year);
    const auto count = static_cast<std::int64_t>(dossiers.size());
    sheet.fileName = "muc-luc-ho-so-nop-luu-" + year;
    sheet.superior = head.issuer;
    sheet.issuer = transfer.unitName;
    sheet.title = {"MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", transfer.title, "Năm " + year};
    sheet.columns = {{"Số TT", 0.5, sheets::CellAlign::centre},
                     {"Số, ký hiệu hồ sơ", 1.1},
                     {"Tiêu đề hồ sơ", 3},
                     {"Thời gian tài liệu", 1.4, sheets::CellAlign::centre},
                     {"Thời hạn bảo quản", 1, sheets::CellAlign::centre},
                     {"Số tờ/ Số trang", 0.8, sheets::CellAlign::right},
                     {"Ghi chú", 1}};
    for (std::int64_t number = 1; number <= count; ++number) {
        const auto& dossier = dossiers[static_cast<std::size_t>(number - 1)];
        sheet.rows.push_back({{std::to_string(number), dossier.notation, dossier.title, periodOf(dossier), dossier.retention,
                               std::to_string(dossier.pageCount), dossier.description}});
    }
    sheet.after = {"Mục lục này gồm: " + std::to_string(count) + " hồ sơ (đơn vị bảo quản).",
                   "Viết bằng chữ: " + numberInWords(count) + " hồ sơ (đơn vị bảo quản)."};
    sheet.right = {dateLine(head), "Người lập", transfer.fromName, transfer.fromTitle};
    return sheet;
}

sheets::Sheet minutesSheet(const Transfer& transfer, const std::vector<Dossier>& dossiers, std::int64_t files, const Letterhead& head) {
    sheets::Sheet sheet;
    sheet.fileName = "bien-ban-giao-nhan-" + std::to_string(transfer.year);
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.placeAndDate = dateLine(head);
    sheet.title = {"BIÊN BẢN", "Giao nhận hồ sơ, tài liệu"};
    sheet.before = {"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
                    "Căn cứ Danh mục hồ sơ năm " + std::to_string(transfer.year) + ",",
                    "Chúng tôi gồm:",
                    "BÊN GIAO: " + transfer.unitName,
                    "Ông (bà): " + transfer.fromName,
                    "Chức vụ công tác: " + transfer.fromTitle,
                    "BÊN NHẬN: Lưu trữ cơ quan",
                    "Ông (bà): " + transfer.toName,
                    "Chức vụ công tác: " + transfer.toTitle,
                    "Thống nhất lập biên bản giao nhận tài liệu với những nội dung như sau:",
                    "1. Tên khối tài liệu giao nộp: " + transfer.title,
                    "2. Thời gian của hồ sơ, tài liệu: " + periodOf(dossiers),
                    "3. Số lượng tài liệu:",
                    "a) Đối với hồ sơ, tài liệu giấy: tổng số hộp (cặp): " + std::to_string(transfer.boxes),
                    "b) Đối với hồ sơ, tài liệu điện tử: tổng số hồ sơ: " + std::to_string(dossiers.size()) +
                        "; tổng số tệp tin trong hồ sơ: " + std::to_string(files),
                    "4. Tình trạng tài liệu giao nộp: " + transfer.condition,
                    "5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo.",
                    "Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./."};
    sheet.left = {"ĐẠI DIỆN BÊN GIAO", "(Ký và ghi rõ họ và tên)", transfer.fromName};
    sheet.right = {"ĐẠI DIỆN BÊN NHẬN", "(Ký và ghi rõ họ và tên)", transfer.toName};
    return sheet;
}

}  // namespace congvu::records
