// SPDX-License-Identifier: Apache-2.0
#include "domain/ProcessingSlip.h"

#include "domain/DocumentType.h"

namespace congvu::incoming {

namespace {

const std::string kSlipBlank(70, '.');

std::string slipDay(Timestamp at) {
    return dayInVietnam(at).toDisplay();
}

std::string placeLine(const PrintHead& head) {
    const auto two = [](unsigned value, bool isPadded) { return (isPadded && value < 10 ? "0" : "") + std::to_string(value); };
    // Decree 30/2020, App. I: days below ten and the months one and two get a leading zero.
    return head.place + ", ngày " + two(head.today.dayOfMonth(), true) + " tháng " + two(head.today.month(), head.today.month() < 3) +
           " năm " + std::to_string(head.today.year());
}

std::string headingOf(const IncomingDocument& document) {
    const auto* type = findDocumentType(document.typeId);
    auto text = (type == nullptr ? std::string{} : std::string{type->name} + ' ') + "số " + document.symbol;
    if (document.documentDate) {
        text += " ngày " + document.documentDate->toDisplay();
    }
    return text + " của " + document.issuerName;
}

std::string namesOf(const Direction& direction, AssignmentKind kind) {
    std::string names;
    for (const auto& assignment : direction.assignments) {
        if (assignment.kind == kind) {
            names += (names.empty() ? "" : "; ") + assignment.name;
            names += assignment.dueOn ? " (hạn " + assignment.dueOn->toDisplay() + ')' : "";
        }
    }
    return names;
}

/// The opinion of the agency's leaders: what is in force, withdrawn directions left out.
void addLeaders(sheets::Sheet& sheet, const std::vector<Direction>& directions) {
    sheet.before.emplace_back("1. Ý kiến của lãnh đạo cơ quan, tổ chức");
    bool isSaid = false;
    for (const auto& direction : directions) {
        if (direction.withdrawnAt) {
            continue;
        }
        isSaid = true;
        sheet.before.push_back("- " + direction.personName + " – " + direction.postTitle + ": " + direction.opinion);
        sheet.before.push_back("- Giao đơn vị, cá nhân chủ trì: " + namesOf(direction, AssignmentKind::lead));
        const auto coops = namesOf(direction, AssignmentKind::coop);
        if (!coops.empty()) {
            sheet.before.push_back("- Giao các đơn vị, cá nhân tham gia phối hợp: " + coops);
        }
        sheet.before.push_back("- Ngày cho ý kiến: " + slipDay(direction.givenAt));
    }
    if (!isSaid) {
        sheet.before.insert(sheet.before.end(), {kSlipBlank, kSlipBlank});
    }
}

void addTransfers(sheets::Sheet& sheet, const std::vector<Transfer>& transfers) {
    sheet.before.emplace_back("2. Ý kiến của lãnh đạo đơn vị");
    bool isSaid = false;
    for (const auto& transfer : transfers) {
        const bool isKept = transfer.state != TransferState::recalled && transfer.state != TransferState::returned;
        if (transfer.kind != TransferKind::handle || !isKept) {
            continue;
        }
        isSaid = true;
        auto line = "- " + transfer.fromName + " – " + transfer.fromTitle + " giao " + transfer.toName;
        line += transfer.note.empty() ? "" : ": " + transfer.note;
        line += transfer.dueOn ? "; thời hạn " + transfer.dueOn->toDisplay() : "";
        sheet.before.push_back(line + "; ngày " + slipDay(transfer.sentAt));
    }
    if (!isSaid) {
        sheet.before.insert(sheet.before.end(), {kSlipBlank, kSlipBlank});
    }
}

void addHandlers(sheets::Sheet& sheet, const IncomingDocument& document) {
    sheet.before.emplace_back("3. Ý kiến đề xuất của người giải quyết");
    if (document.closingNote.empty()) {
        sheet.before.insert(sheet.before.end(), {kSlipBlank, kSlipBlank});
    } else {
        sheet.before.push_back("- " + document.closingNote + (document.closedAt ? "; ngày " + slipDay(*document.closedAt) : ""));
    }
}

}  // namespace

sheets::Sheet processingSlip(const IncomingDocument& document, const std::vector<Direction>& directions,
                             const std::vector<Transfer>& transfers, const PrintHead& head) {
    sheets::Sheet sheet;
    sheet.fileName =
        "phieu-giai-quyet-van-ban-den-" + std::to_string(document.arrivedOn.year()) + '-' + std::to_string(document.arrivalNumber);
    sheet.superior = head.superior;
    sheet.issuer = head.issuer;
    sheet.placeAndDate = placeLine(head);
    sheet.title = {"PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", headingOf(document), document.subject};
    sheet.before = {"Số đến: " + arrivalNumberText(document.arrivalNumber) + "; ngày đến: " + document.arrivedOn.toDisplay() +
                    (document.dueOn ? "; thời hạn giải quyết: " + document.dueOn->toDisplay() : "")};
    addLeaders(sheet, directions);
    addTransfers(sheet, transfers);
    addHandlers(sheet, document);
    return sheet;
}

}  // namespace congvu::incoming
