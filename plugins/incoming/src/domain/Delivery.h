// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DeliveryState.h"
#include "domain/Urgency.h"

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace congvu::incoming {

/// A document that another agency has sent over the exchange (Decision 28/2018/QĐ-TTg).
struct Delivery {
    std::string id;  ///< given by the sender
    std::string agencyId;
    std::int64_t version = 1;
    DeliveryState state = DeliveryState::arrived;
    std::string status;  ///< last code told to the sender
    std::string outgoingDocumentId;
    std::string senderAgencyId;
    std::string senderName;
    std::string senderOrganId;
    std::string symbol;
    std::string typeId;
    std::string typeName;
    std::string subject;
    std::optional<Date> documentDate;
    std::string signerName;
    std::string signerTitle;
    Urgency urgency = Urgency::normal;
    std::optional<Date> dueOn;
    std::string answersSymbol;
    std::int64_t pages = 0;
    Timestamp arrivedAt;
    std::string reason;  ///< of a refusal
    std::string recallReason;
    RecallState recallState = RecallState::none;
    std::string content;
    std::string verdict = "unknown";
    std::optional<std::string> documentId;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::Delivery> {
    static auto fields() {
        using Delivery = congvu::incoming::Delivery;
        return std::tuple{field("id", &Delivery::id),
                          field("version", &Delivery::version),
                          field("state", &Delivery::state),
                          field("status", &Delivery::status),
                          field("outgoingDocumentId", &Delivery::outgoingDocumentId),
                          field("senderAgencyId", &Delivery::senderAgencyId),
                          field("senderName", &Delivery::senderName),
                          field("senderOrganId", &Delivery::senderOrganId),
                          field("symbol", &Delivery::symbol),
                          field("typeId", &Delivery::typeId),
                          field("typeName", &Delivery::typeName),
                          field("subject", &Delivery::subject),
                          field("documentDate", &Delivery::documentDate),
                          field("signerName", &Delivery::signerName),
                          field("signerTitle", &Delivery::signerTitle),
                          field("urgency", &Delivery::urgency),
                          field("dueOn", &Delivery::dueOn),
                          field("answersSymbol", &Delivery::answersSymbol),
                          field("pages", &Delivery::pages),
                          field("arrivedAt", &Delivery::arrivedAt),
                          field("reason", &Delivery::reason),
                          field("recallReason", &Delivery::recallReason),
                          field("recallState", &Delivery::recallState),
                          field("verdict", &Delivery::verdict),
                          field("documentId", &Delivery::documentId)};
    }
};
