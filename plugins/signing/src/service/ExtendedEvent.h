// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/files/StoredFile.h"
#include "congvu/json/Description.h"
#include "service/SignedEvent.h"

#include <string>
#include <tuple>

namespace congvu::signingdesk {

/// Payload of signing.file-extended.v1.
struct ExtendedEvent {
    std::string requestId;
    EntityName entity;
    std::string fromSha256;
    std::string level;
    files::StoredFile file;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::ExtendedEvent> {
    static auto fields() {
        using Event = congvu::signingdesk::ExtendedEvent;
        return std::tuple{field("requestId", &Event::requestId), field("entity", &Event::entity), field("fromSha256", &Event::fromSha256),
                          field("level", &Event::level), field("file", &Event::file)};
    }
};
