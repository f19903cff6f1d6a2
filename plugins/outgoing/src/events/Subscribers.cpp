// SPDX-License-Identifier: Apache-2.0
#include "events/Subscribers.h"

#include "congvu/json/Description.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::outgoing {

namespace {

struct SignedPayload {
    std::string requestId;
    std::string signerKind;
    std::string signerPostId;
    files::StoredFile file;
};

struct ExtendedPayload {
    std::string fromSha256;
    files::StoredFile file;
};

struct ReturnedPayload {
    std::string requestId;
    std::string note;
    std::string returnedByPostId;
};

struct StatusPayload {
    std::string outgoingDocumentId;
    std::string deliveryId;
    std::string status;
    std::string reason;
    std::optional<std::int64_t> arrivalNumber;
    std::optional<Timestamp> at;
};

}  // namespace

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::SignedPayload> {
    static auto fields() {
        using Payload = congvu::outgoing::SignedPayload;
        return std::tuple{field("requestId", &Payload::requestId).required(), field("signerKind", &Payload::signerKind).required(),
                          field("signerPostId", &Payload::signerPostId), field("file", &Payload::file).required()};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ExtendedPayload> {
    static auto fields() {
        using Payload = congvu::outgoing::ExtendedPayload;
        return std::tuple{field("fromSha256", &Payload::fromSha256).required(), field("file", &Payload::file).required()};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::ReturnedPayload> {
    static auto fields() {
        using Payload = congvu::outgoing::ReturnedPayload;
        return std::tuple{field("requestId", &Payload::requestId).required(), field("note", &Payload::note).multiline(),
                          field("returnedByPostId", &Payload::returnedByPostId)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::StatusPayload> {
    static auto fields() {
        using Payload = congvu::outgoing::StatusPayload;
        return std::tuple{field("outgoingDocumentId", &Payload::outgoingDocumentId).required(),
                          field("deliveryId", &Payload::deliveryId).required(),
                          field("status", &Payload::status).required(),
                          field("reason", &Payload::reason).multiline(),
                          field("arrivalNumber", &Payload::arrivalNumber),
                          field("at", &Payload::at)};
    }
};

namespace congvu::outgoing {

namespace {

bool isOurs(const events::Event& event) {
    return event.entity.plugin == "outgoing" && event.entity.type == "document";
}

bool isAppendix(const events::Event& event) {
    return event.entity.plugin == "outgoing" && event.entity.type == kAppendixType;
}

/// What the signing desk says of appendices in files of their own.
void subscribeSeals(events::Events& events, AppendixSeals& seals) {
    events.subscribe("signing.request-signed.v1", [&seals](const events::Event& event) {
        if (isAppendix(event)) {
            const auto payload = event.as<SignedPayload>();
            seals.sealArrived(event.entity.id, payload.requestId, payload.signerPostId, payload.file);
        }
    });
    events.subscribe("signing.file-extended.v1", [&seals](const events::Event& event) {
        if (isAppendix(event)) {
            const auto payload = event.as<ExtendedPayload>();
            seals.fileExtended(event.entity.id, payload.fromSha256, payload.file);
        }
    });
    events.subscribe("signing.request-returned.v1", [&seals](const events::Event& event) {
        if (isAppendix(event)) {
            const auto payload = event.as<ReturnedPayload>();
            seals.sealReturned(event.entity.id, payload.requestId, payload.returnedByPostId);
        }
    });
}

}  // namespace

void subscribe(events::Events& events, Issuing& issuing, Reviewing& reviewing, AppendixSeals& seals) {
    subscribeSeals(events, seals);
    events.subscribe("signing.request-signed.v1", [&issuing](const events::Event& event) {
        if (isOurs(event)) {
            const auto payload = event.as<SignedPayload>();
            issuing.signatureArrived(event.entity.id, payload.requestId, payload.signerKind == "agency", payload.signerPostId,
                                     payload.file);
        }
    });
    events.subscribe("signing.file-extended.v1", [&issuing](const events::Event& event) {
        if (isOurs(event)) {
            const auto payload = event.as<ExtendedPayload>();
            issuing.fileExtended(event.entity.id, payload.fromSha256, payload.file);
        }
    });
    events.subscribe("signing.request-returned.v1", [&issuing, &reviewing](const events::Event& event) {
        if (isOurs(event)) {
            const auto payload = event.as<ReturnedPayload>();
            reviewing.returnedBySigner(event.entity.id, payload.requestId, payload.returnedByPostId, payload.note);
            issuing.sealReturned(event.entity.id, payload.requestId, payload.returnedByPostId);
        }
    });
    events.subscribe("incoming.delivery-status-changed.v1", [&issuing](const events::Event& event) {
        const auto payload = event.as<StatusPayload>();
        issuing.statusArrived(payload.outgoingDocumentId, payload.deliveryId,
                              {payload.status, payload.reason, payload.arrivalNumber, payload.at});
    });
}

}  // namespace congvu::outgoing
