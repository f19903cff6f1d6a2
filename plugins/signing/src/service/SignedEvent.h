// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "domain/SigningKey.h"

#include <string>
#include <tuple>

namespace congvu::signingdesk {

/// The entity of another plugin that an event is about.
struct EntityName {
    std::string plugin;
    std::string type;
    std::string id;
};

/// Payload of signing.request-signed.v1.
struct SignedEvent {
    std::string requestId;
    EntityName entity;
    KeyOwner signerKind = KeyOwner::person;
    std::string signerPostId;
    std::string signerName;
    Timestamp signedAt;
    files::StoredFile file;
};

/// Payload of signing.request-returned.v1.
struct ReturnedEvent {
    std::string requestId;
    EntityName entity;
    std::string note;
    std::string returnedByPostId;
    std::string returnedByName;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::EntityName> {
    static auto fields() {
        using Name = congvu::signingdesk::EntityName;
        return std::tuple{field("plugin", &Name::plugin), field("type", &Name::type), field("id", &Name::id)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::SignedEvent> {
    static auto fields() {
        using Event = congvu::signingdesk::SignedEvent;
        return std::tuple{field("requestId", &Event::requestId),
                          field("entity", &Event::entity),
                          field("signerKind", &Event::signerKind),
                          field("signerPostId", &Event::signerPostId),
                          field("signerName", &Event::signerName),
                          field("signedAt", &Event::signedAt),
                          field("file", &Event::file)};
    }
};
template <>
struct congvu::json::Description<congvu::signingdesk::ReturnedEvent> {
    static auto fields() {
        using Event = congvu::signingdesk::ReturnedEvent;
        return std::tuple{field("requestId", &Event::requestId), field("entity", &Event::entity), field("note", &Event::note),
                          field("returnedByPostId", &Event::returnedByPostId), field("returnedByName", &Event::returnedByName)};
    }
};
