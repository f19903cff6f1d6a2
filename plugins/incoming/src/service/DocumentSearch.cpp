// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentSearch.h"

#include "domain/Links.h"

#include <utility>

namespace congvu::incoming {

namespace {

/// A hit in words that a machine has guessed says so; the word is the same in both languages.
constexpr const char* kRecognisedMark = " · OCR";

}  // namespace

void DocumentSearch::put(db::Tx& tx, const IncomingDocument& document) const {
    search::SearchDocument found;
    found.entity = documentRef(document.id);
    found.agencyId = document.agencyId;
    found.title = document.subject;
    found.subtitle = document.symbol + " · " + document.issuerName;
    auto content = contents_.find(tx, document.id);
    found.text = std::move(content.text);
    if (content.isRecognised) {
        found.subtitle += kRecognisedMark;
    }
    found.date = document.arrivedOn;
    found.link = documentLink(document.id);
    found.accessTokens = access_.tokensOf(tx, document.id);
    found.accessTokens.push_back("agency-with:" + document.agencyId + ':' + std::string{DocumentAccess::kReadAll});
    index_.put(tx, found);
}

}  // namespace congvu::incoming
