// SPDX-License-Identifier: Apache-2.0
#include "service/DossierRecords.h"

#include "domain/NumberSymbol.h"

namespace congvu::outgoing {

namespace {

ports::DocumentRecord recordOf(const OutgoingDocument& document, const std::optional<directory::UnitInfo>& agency) {
    ports::DocumentRecord record;
    record.entity = {"outgoing", "document", document.id};
    record.direction = ports::DocumentDirection::outgoing;
    record.typeName = document.typeName;
    record.codeNumber = document.number ? displayNumber(*document.number) : std::string{};
    record.codeNotation = document.symbol.starts_with('-') ? document.symbol.substr(1) : document.symbol;
    record.numberAndSymbol = document.numberAndSymbol;
    record.issuedDate = document.documentDate;
    record.organName = agency ? agency->name : std::string{};
    record.subject = document.subject;
    record.pageAmount = document.pages;
    record.signerPosition = document.signerTitle;
    record.signerName = document.signerName;
    record.urgency = document.urgency;
    record.dueDate = document.dueOn;
    record.link = "/outgoing/documents/" + document.id;
    record.isFinal = document.state == DocumentState::issued || document.state == DocumentState::recalling;
    return record;
}

}  // namespace

std::vector<std::string> DossierRecords::visible(db::Reader& reader, const http::Caller& caller, const std::vector<std::string>& ids) {
    if (!directory_.isPluginOn("outgoing", caller.unitId)) {
        return {};
    }
    return documents_.visible(reader, caller, ids);
}

std::optional<ports::DocumentRecord> DossierRecords::find(db::Reader& reader, const http::Caller& caller, std::string_view id) {
    if (!directory_.isPluginOn("outgoing", caller.unitId)) {
        return std::nullopt;
    }
    const auto document = documents_.find(reader, caller, id);
    if (!document) {
        return std::nullopt;
    }
    auto record = recordOf(*document, directory_.unit(document->agencyId));
    for (const auto& recipient : dispatch_.recipients(reader, id)) {
        const auto agency = directory_.unit(recipient.agencyId);
        record.recipients.push_back({agency ? agency->organId : recipient.organId, recipient.name});
        record.issuedAmount = record.issuedAmount.value_or(0) + recipient.copies;
    }
    addFiles(reader, *document, record);
    return record;
}

void DossierRecords::addFiles(db::Reader& reader, const OutgoingDocument& document, ports::DocumentRecord& record) {
    if (document.fileId) {
        if (auto file = files_.find(reader, *document.fileId)) {
            record.files.push_back({std::move(*file), true});
        }
    }
    for (const auto& appendix : appendices_.of(reader, document.id)) {
        if (auto file = files_.find(reader, appendix.currentFileId())) {
            record.files.push_back({std::move(*file), false});
        }
    }
}

}  // namespace congvu::outgoing
