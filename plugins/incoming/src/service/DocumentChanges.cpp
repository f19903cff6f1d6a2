// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentChanges.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"

#include <vector>

namespace congvu::incoming {

IncomingDocument DocumentChanges::require(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto document = documents_.findFor(reader, caller, id);
    if (!document) {
        throw AppError::notFound();
    }
    return std::move(*document);
}

void DocumentChanges::move(IncomingDocument& document, DocumentAct act) {
    const auto next = stateAfter(document.state, act);
    if (!next) {
        throw AppError(ErrorKind::conflict, "incoming.not-now", {{"state", std::string{json::nameOf(document.state)}}});
    }
    document.state = *next;
}

void DocumentChanges::save(db::Tx& tx, IncomingDocument& document, DocumentState before) const {
    if (!documents_.update(tx, document)) {
        throw AppError::stale();
    }
    if (before == DocumentState::transferred && document.state != before) {
        transfers_.endHandling(tx, document.id, clock_.now());
    }
    if (tabOf(before) != tabOf(document.state)) {
        counters_.add(tx, document.agencyId, json::nameOf(tabOf(before)), -1);
        counters_.add(tx, document.agencyId, json::nameOf(tabOf(document.state)), 1);
    }
    figures_.follow(tx, document, before, clock_.now());
    refreshPages(tx, document.agencyId, document.id);
}

void DocumentChanges::count(db::Tx& tx, const IncomingDocument& document) const {
    counters_.add(tx, document.agencyId, counter::kAll, 1);
    counters_.add(tx, document.agencyId, json::nameOf(tabOf(document.state)), 1);
}

void DocumentChanges::refreshPages(db::Tx& tx, std::string_view agencyId, std::string_view documentId) const {
    notifications_.invalidateHolders(tx, agencyId, "incoming.read", {"incoming/documents/" + std::string{documentId}, "incoming/list"});
}

void DocumentChanges::refreshQueue(db::Tx& tx, std::string_view agencyId, std::string_view proposalId) const {
    notifications_.invalidateHolders(tx, agencyId, "incoming.register",
                                     {"incoming/documents/" + std::string{proposalId}, "incoming/list/proposals"});
}

}  // namespace congvu::incoming
