// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentDirectory.h"

#include "domain/Links.h"

#include "congvu/json/Encode.h"

namespace congvu::incoming {

std::optional<ports::DocumentSummary> DocumentDirectory::find(db::Reader& reader, const http::Caller& caller, std::string_view documentId) {
    if (!directory_.isPluginOn("incoming", caller.unitId) || !access_.maySee(reader, caller, documentId)) {
        return std::nullopt;
    }
    const auto document = documents_.find(reader, documentId);
    if (!document) {
        return std::nullopt;
    }
    ports::DocumentSummary summary;
    summary.entity = documentRef(document->id);
    summary.numberAndSymbol = document->symbol;
    summary.issuerName = document->issuerName;
    summary.subject = document->subject;
    summary.documentDate = document->documentDate;
    summary.dueOn = document->dueOn;
    summary.urgency = json::nameOf(document->urgency);
    summary.link = documentLink(document->id);
    return summary;
}

}  // namespace congvu::incoming
