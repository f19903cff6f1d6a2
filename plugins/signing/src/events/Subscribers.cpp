// SPDX-License-Identifier: Apache-2.0
#include "events/Subscribers.h"

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"

#include <string>
#include <tuple>

namespace congvu::signingdesk {

namespace {

/// What is wanted of outgoing.document-issued.v1.
struct IssuedPayload {
    std::string numberAndSymbol;
    std::string typeName;
    Date documentDate;
    std::string senderAgencyId;
    std::string senderName;
    files::StoredFile file;
};

}  // namespace

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::IssuedPayload> {
    static auto fields() {
        using Payload = congvu::signingdesk::IssuedPayload;
        return std::tuple{field("numberAndSymbol", &Payload::numberAndSymbol).required(),
                          field("typeName", &Payload::typeName),
                          field("documentDate", &Payload::documentDate).required(),
                          field("senderAgencyId", &Payload::senderAgencyId).required(),
                          field("senderName", &Payload::senderName),
                          field("file", &Payload::file).required()};
    }
};

namespace congvu::signingdesk {

void subscribe(events::Events& events, DocumentChecks& checks) {
    events.subscribe("outgoing.document-issued.v1", [&checks](const events::Event& event) {
        const auto payload = event.as<IssuedPayload>();
        DocumentCheck check;
        check.entity = event.entity;
        check.agencyId = payload.senderAgencyId;
        check.issuerName = payload.senderName;
        check.numberAndSymbol = payload.numberAndSymbol;
        check.typeName = payload.typeName;
        check.documentDate = payload.documentDate;
        check.issuedAt = event.at;
        checks.issued(std::move(check), payload.file);
    });
    events.subscribe("outgoing.recall-requested.v1", [&checks](const events::Event& event) { checks.recallAsked(event.entity, event.at); });
}

}  // namespace congvu::signingdesk
