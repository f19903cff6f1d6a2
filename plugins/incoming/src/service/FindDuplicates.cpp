// SPDX-License-Identifier: Apache-2.0
#include "service/FindDuplicates.h"

#include "domain/DocumentSymbol.h"

#include "congvu/text/Text.h"

#include <algorithm>

namespace congvu::incoming {

namespace {

Duplicate duplicateOf(const IncomingDocument& document, std::string_view reason) {
    return {document.id, document.arrivalNumber, document.arrivedOn, document.symbol, document.subject, std::string{reason}};
}

bool isSameReference(const IncomingDocument& document, const Reference& reference) {
    const bool sameDate = !document.documentDate || !reference.documentDate || document.documentDate == reference.documentDate;
    return sameDate && text::fold(document.issuerName) == text::fold(reference.issuerName);
}

}  // namespace

std::vector<Duplicate> FindDuplicates::run(db::Reader& reader, std::string_view agencyId, const Reference& reference) const {
    std::vector<Duplicate> found;
    if (!reference.sha256.empty()) {
        for (const auto& document : documents_.withContent(reader, agencyId, reference.sha256)) {
            found.push_back(duplicateOf(document, "same-file"));
        }
    }
    if (reference.symbol.empty() || reference.issuerName.empty()) {
        return found;
    }
    for (const auto& document : documents_.withSymbol(reader, agencyId, symbolKey(reference.symbol))) {
        const bool isListed =
            std::any_of(found.begin(), found.end(), [&](const Duplicate& other) { return other.documentId == document.id; });
        if (!isListed && isSameReference(document, reference)) {
            found.push_back(duplicateOf(document, "same-reference"));
        }
    }
    return found;
}

}  // namespace congvu::incoming
