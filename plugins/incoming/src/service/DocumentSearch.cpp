// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentSearch.h"

#include "domain/Links.h"

namespace congvu::incoming {

void DocumentSearch::put(db::Tx& tx, const IncomingDocument& document) const {
    search::SearchDocument found;
    found.entity = documentRef(document.id);
    found.agencyId = document.agencyId;
    found.title = document.subject;
    found.subtitle = document.symbol + " · " + document.issuerName;
    found.text = contents_.find(tx, document.id);
    found.date = document.arrivedOn;
    found.link = documentLink(document.id);
    found.accessTokens = access_.tokensOf(tx, document.id);
    found.accessTokens.push_back("agency-with:" + document.agencyId + ':' + std::string{DocumentAccess::kReadAll});
    index_.put(tx, found);
}

}  // namespace congvu::incoming
