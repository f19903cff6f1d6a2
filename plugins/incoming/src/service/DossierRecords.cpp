// SPDX-License-Identifier: Apache-2.0
#include "service/DossierRecords.h"

#include "domain/DocumentSymbol.h"
#include "domain/DocumentType.h"
#include "domain/Links.h"
#include "storage/TransferRepository.h"

#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

void appendPart(std::string& text, std::string_view part, std::string_view separator) {
    if (!part.empty()) {
        text += text.empty() ? "" : separator;
        text += part;
    }
}

/// Who got the document and what was said of it; withdrawn directions are told as such.
void addDirections(ports::DocumentRecord& record, const std::vector<Direction>& directions, const IncomingDocument& document) {
    for (const auto& direction : directions) {
        std::string line = dayInVietnam(direction.givenAt).toDisplay() + ' ' + direction.personName + ": " + direction.opinion;
        for (const auto& assignment : direction.assignments) {
            line += "; " + assignment.name;
            line += assignment.kind == AssignmentKind::lead ? " (chủ trì" : " (phối hợp";
            line += assignment.dueOn ? ", hạn " + assignment.dueOn->toDisplay() + ')' : ")";
            if (!direction.withdrawnAt) {
                appendPart(record.toPlaces, assignment.name, "; ");
            }
        }
        if (direction.withdrawnAt) {
            line += " [thu hồi: " + direction.withdrawalReason + ']';
        }
        appendPart(record.trace, line, "\n");
    }
    if (record.toPlaces.empty()) {
        record.toPlaces = document.submittedToName;
    }
    appendPart(record.trace, document.closingNote, "\n");
}

/// To whom it went without a direction; what was taken or given back is told as such.
void addTransfers(ports::DocumentRecord& record, const std::vector<Transfer>& transfers) {
    for (const auto& transfer : transfers) {
        std::string line = dayInVietnam(transfer.sentAt).toDisplay() + ' ' + transfer.fromName;
        line += transfer.kind == TransferKind::handle ? " chuyển " : " chuyển để biết ";
        line += transfer.toName + (transfer.note.empty() ? "" : ": " + transfer.note);
        line += transfer.dueOn ? " (hạn " + transfer.dueOn->toDisplay() + ')' : "";
        if (transfer.state == TransferState::recalled) {
            line += " [rút lại: " + transfer.endNote + ']';
        } else if (transfer.state == TransferState::returned) {
            line += " [trả lại: " + transfer.endNote + ']';
        }
        appendPart(record.trace, line, "\n");
    }
}

bool isKept(DocumentState state) {
    return state != DocumentState::cancelled && state != DocumentState::recalled;
}

ports::DocumentRecord recordOf(const IncomingDocument& document) {
    ports::DocumentRecord record;
    record.entity = documentRef(document.id);
    record.direction = ports::DocumentDirection::incoming;
    const auto* type = findDocumentType(document.typeId);
    record.typeName = type != nullptr ? std::string{type->name} : std::string{};
    const auto symbol = parseDocumentSymbol(document.symbol);
    record.codeNumber = symbol ? symbol->number : std::string{};
    record.codeNotation = symbol ? symbol->notation : document.symbol;
    record.numberAndSymbol = document.symbol;
    record.issuedDate = document.documentDate;
    record.organName = document.issuerName;
    record.subject = document.subject;
    record.pageAmount = document.pages;
    record.description = document.note;
    record.signerPosition = document.signerPosition;
    record.signerName = document.signerName;
    record.urgency = json::nameOf(document.urgency);
    record.dueDate = document.dueOn;
    record.arrivalDate = document.arrivedOn;
    record.arrivalNumber = document.arrivalNumber;
    record.link = documentLink(document.id);
    record.isFinal = isKept(document.state);
    return record;
}

}  // namespace

std::vector<std::string> DossierRecords::visible(db::Reader& reader, const http::Caller& caller, const std::vector<std::string>& ids) {
    if (!directory_.isPluginOn("incoming", caller.unitId)) {
        return {};
    }
    return access_.visible(reader, caller, ids);
}

std::optional<ports::DocumentRecord> DossierRecords::find(db::Reader& reader, const http::Caller& caller, std::string_view id) {
    if (!directory_.isPluginOn("incoming", caller.unitId) || !access_.maySee(reader, caller, id)) {
        return std::nullopt;
    }
    const auto document = documents_.find(reader, id);
    if (!document) {
        return std::nullopt;
    }
    auto record = recordOf(*document);
    const TransferRepository transfers;
    addTransfers(record, transfers.ofDocument(reader, id));
    addDirections(record, directions_.ofDocument(reader, id), *document);
    for (const auto& file : files_.ofOwner(reader, "document", id)) {
        record.files.push_back({file.stored, file.kind == "main"});
    }
    return record;
}

}  // namespace congvu::incoming
