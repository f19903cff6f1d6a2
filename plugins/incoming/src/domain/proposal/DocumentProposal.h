// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/proposal/PageWord.h"

#include "congvu/json/Description.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::incoming {

/// A reading below this confidence is shown as unsure and never as a fact.
inline constexpr double kSureFrom = 0.8;

/// One value that was read from a document.
struct ReadField {
    std::string value;           ///< empty when nothing was found
    double confidence = 0;       ///< 0…1
    bool isSure = false;         ///< confidence ≥ kSureFrom
    std::optional<Place> place;  ///< where it stands, if it stands anywhere

    static ReadField found(std::string value, double confidence, std::optional<Place> place) {
        return {std::move(value), confidence, confidence >= kSureFrom, place};
    }
};

/// What a document says about itself. Dates are "YYYY-MM-DD", the type is an id of DocumentType, the urgency a name of Urgency.
struct DocumentProposal {
    ReadField symbol;
    ReadField documentDate;
    ReadField place;  ///< địa danh
    ReadField issuerName;
    ReadField superiorName;  ///< cơ quan chủ quản
    ReadField typeId;
    ReadField subject;
    ReadField urgency;
    ReadField signerAuthority;  ///< "TM.", "KT.", "TL.", "TUQ.", "Q."
    ReadField signerPosition;
    ReadField signerName;
    ReadField dueOn;  ///< the day by which the issuer wants an answer
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::ReadField> {
    static auto fields() {
        using Field = congvu::incoming::ReadField;
        return std::tuple{field("value", &Field::value), field("confidence", &Field::confidence), field("isSure", &Field::isSure),
                          field("place", &Field::place)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DocumentProposal> {
    static auto fields() {
        using Proposal = congvu::incoming::DocumentProposal;
        return std::tuple{field("symbol", &Proposal::symbol),
                          field("documentDate", &Proposal::documentDate),
                          field("place", &Proposal::place),
                          field("issuerName", &Proposal::issuerName),
                          field("superiorName", &Proposal::superiorName),
                          field("typeId", &Proposal::typeId),
                          field("subject", &Proposal::subject),
                          field("urgency", &Proposal::urgency),
                          field("signerAuthority", &Proposal::signerAuthority),
                          field("signerPosition", &Proposal::signerPosition),
                          field("signerName", &Proposal::signerName),
                          field("dueOn", &Proposal::dueOn)};
    }
};
