// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Direction.h"
#include "domain/Urgency.h"

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// What this plugin publishes; events/*.schema.json is the contract.
namespace congvu::incoming {

namespace event {
inline constexpr std::string_view kDocumentRegistered = "incoming.document-registered.v1";
inline constexpr std::string_view kDirectionGiven = "incoming.direction-given.v1";
inline constexpr std::string_view kDirectionWithdrawn = "incoming.direction-withdrawn.v1";
inline constexpr std::string_view kDocumentClosed = "incoming.document-closed.v1";
inline constexpr std::string_view kDeliveryStatusChanged = "incoming.delivery-status-changed.v1";
}  // namespace event

struct SourceDelivery {
    std::string outgoingDocumentId;
    std::string senderAgencyId;
};

struct DocumentRegistered {
    std::string documentId;
    std::int64_t arrivalNumber = 0;
    std::string subject;
    std::string symbol;
    std::string issuerName;
    Urgency urgency = Urgency::normal;
    std::optional<SourceDelivery> sourceDelivery;
};

struct GivenAssignment {
    std::string assignmentId;
    AssignmentKind kind = AssignmentKind::coop;
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::optional<Date> dueOn;
    std::string note;
};

struct DirectionGiven {
    std::string documentId;
    std::string directionId;
    std::string directedByPostId;
    std::string directedByName;
    std::string opinion;
    Urgency urgency = Urgency::normal;
    std::string documentTitle;
    std::string documentSymbol;
    std::string issuerName;
    std::vector<GivenAssignment> assignments;
};

struct DirectionWithdrawn {
    std::string documentId;
    std::string directionId;
    std::string reason;
};

struct DocumentClosed {
    std::string documentId;
    std::string reason;
};

struct DeliveryStatusChanged {
    std::string outgoingDocumentId;
    std::string deliveryId;
    std::string senderAgencyId;
    std::string recipientAgencyId;
    std::string status;
    std::string reason;
    std::optional<std::int64_t> arrivalNumber;
    Timestamp at;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::SourceDelivery> {
    static auto fields() {
        using Source = congvu::incoming::SourceDelivery;
        return std::tuple{field("outgoingDocumentId", &Source::outgoingDocumentId), field("senderAgencyId", &Source::senderAgencyId)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DocumentRegistered> {
    static auto fields() {
        using Payload = congvu::incoming::DocumentRegistered;
        return std::tuple{field("documentId", &Payload::documentId),
                          field("arrivalNumber", &Payload::arrivalNumber),
                          field("subject", &Payload::subject),
                          field("symbol", &Payload::symbol),
                          field("issuerName", &Payload::issuerName),
                          field("urgency", &Payload::urgency),
                          field("sourceDelivery", &Payload::sourceDelivery)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::GivenAssignment> {
    static auto fields() {
        using Payload = congvu::incoming::GivenAssignment;
        return std::tuple{field("assignmentId", &Payload::assignmentId),
                          field("kind", &Payload::kind),
                          field("unitId", &Payload::unitId),
                          field("postId", &Payload::postId),
                          field("dueOn", &Payload::dueOn),
                          field("note", &Payload::note)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DirectionGiven> {
    static auto fields() {
        using Payload = congvu::incoming::DirectionGiven;
        return std::tuple{field("documentId", &Payload::documentId),
                          field("directionId", &Payload::directionId),
                          field("directedByPostId", &Payload::directedByPostId),
                          field("directedByName", &Payload::directedByName),
                          field("opinion", &Payload::opinion),
                          field("urgency", &Payload::urgency),
                          field("documentTitle", &Payload::documentTitle),
                          field("documentSymbol", &Payload::documentSymbol),
                          field("issuerName", &Payload::issuerName),
                          field("assignments", &Payload::assignments)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DirectionWithdrawn> {
    static auto fields() {
        using Payload = congvu::incoming::DirectionWithdrawn;
        return std::tuple{field("documentId", &Payload::documentId), field("directionId", &Payload::directionId),
                          field("reason", &Payload::reason)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DocumentClosed> {
    static auto fields() {
        using Payload = congvu::incoming::DocumentClosed;
        return std::tuple{field("documentId", &Payload::documentId), field("reason", &Payload::reason)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::DeliveryStatusChanged> {
    static auto fields() {
        using Payload = congvu::incoming::DeliveryStatusChanged;
        return std::tuple{field("outgoingDocumentId", &Payload::outgoingDocumentId),
                          field("deliveryId", &Payload::deliveryId),
                          field("senderAgencyId", &Payload::senderAgencyId),
                          field("recipientAgencyId", &Payload::recipientAgencyId),
                          field("status", &Payload::status),
                          field("reason", &Payload::reason),
                          field("arrivalNumber", &Payload::arrivalNumber),
                          field("at", &Payload::at)};
    }
};
