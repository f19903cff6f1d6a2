// SPDX-License-Identifier: Apache-2.0
#include "domain/FactRules.h"

#include "domain/DocumentType.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace congvu::incoming {

std::vector<FieldError> checkFacts(const DocumentFacts& facts, Date today, const std::string& at, std::optional<Date> deadlineBefore) {
    static constexpr std::array<std::string_view, 6> kAuthorities{"", "TM.", "Q.", "KT.", "TL.", "TUQ."};
    std::vector<FieldError> errors;
    if (findDocumentType(facts.typeId) == nullptr) {
        errors.push_back({at + "/typeId", "unknown-choice", {}});
    }
    if (facts.documentDate && *facts.documentDate > today) {
        errors.push_back({at + "/documentDate", "incoming.date-in-future", {}});
    }
    if (facts.dueOn && *facts.dueOn < today && facts.dueOn != deadlineBefore) {
        errors.push_back({at + "/dueOn", "incoming.deadline-in-past", {}});
    }
    if (std::find(kAuthorities.begin(), kAuthorities.end(), facts.signerAuthority) == kAuthorities.end()) {
        errors.push_back({at + "/signerAuthority", "unknown-choice", {}});
    }
    return errors;
}

void applyFacts(const DocumentFacts& facts, IncomingDocument& document) {
    document.symbol = facts.symbol;
    document.issuerName = facts.issuerName;
    document.superiorName = facts.superiorName;
    document.typeId = facts.typeId;
    document.subject = facts.subject;
    document.documentDate = facts.documentDate;
    document.place = facts.place;
    document.urgency = facts.urgency;
    document.signerName = facts.signerName;
    document.signerPosition = facts.signerPosition;
    document.signerAuthority = facts.signerAuthority;
    document.dueOn = facts.dueOn;
    document.note = facts.note;
}

DocumentFacts factsOf(const IncomingDocument& document) {
    return {document.symbol,          document.issuerName, document.superiorName, document.typeId,     document.subject,
            document.documentDate,    document.place,      document.urgency,      document.signerName, document.signerPosition,
            document.signerAuthority, document.dueOn,      document.note};
}

}  // namespace congvu::incoming
