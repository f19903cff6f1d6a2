// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/ProposalReader.h"

#include "domain/proposal/DateReader.h"
#include "domain/proposal/DeadlineReader.h"
#include "domain/proposal/IssuerReader.h"
#include "domain/proposal/SignerReader.h"
#include "domain/proposal/StampReader.h"
#include "domain/proposal/SubjectReader.h"
#include "domain/proposal/SymbolReader.h"

#include <algorithm>

namespace congvu::incoming {

DocumentProposal readProposal(const PageText& page) {
    DocumentProposal proposal;
    const auto symbol = readSymbol(page);
    proposal.symbol = symbol.field;
    auto placeAndDate = readPlaceAndDate(page);
    proposal.place = std::move(placeAndDate.place);
    proposal.documentDate = std::move(placeAndDate.date);
    auto issuer = readIssuer(page, symbol.line);
    proposal.issuerName = std::move(issuer.issuer);
    proposal.superiorName = std::move(issuer.superior);
    auto subject = readTypeAndSubject(page, symbol);
    proposal.typeId = std::move(subject.typeId);
    proposal.subject = std::move(subject.subject);
    proposal.urgency = readUrgency(page);
    auto signer = readSigner(page);
    proposal.signerAuthority = std::move(signer.authority);
    proposal.signerPosition = std::move(signer.position);
    proposal.signerName = std::move(signer.name);
    proposal.dueOn = readDeadline(page, Date::parse(proposal.documentDate.value));
    return proposal;
}

void doubtDayAfter(const Date& today, DocumentProposal& proposal) {
    constexpr double kImpossible = 0.5;
    auto& day = proposal.documentDate;
    const auto read = Date::parse(day.value);
    if (read && *read > today) {
        day = ReadField::found(day.value, std::min(day.confidence, kImpossible), day.place);
    }
}

}  // namespace congvu::incoming
