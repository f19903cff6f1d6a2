// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Date.h"
#include "service/IssuedEvent.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// Payload of outgoing.document-mended.v1.
struct MendedEvent {
    std::string documentId;  ///< the earlier document
    std::string senderAgencyId;
    std::string kind;  ///< "corrects", "amends", "replaces"
    std::string laterNumberAndSymbol;
    std::optional<Date> laterDate;
    std::vector<IssuedRecipient> recipients;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::MendedEvent> {
    static auto fields() {
        using Event = congvu::outgoing::MendedEvent;
        return std::tuple{field("documentId", &Event::documentId),
                          field("senderAgencyId", &Event::senderAgencyId),
                          field("kind", &Event::kind),
                          field("laterNumberAndSymbol", &Event::laterNumberAndSymbol),
                          field("laterDate", &Event::laterDate),
                          field("recipients", &Event::recipients)};
    }
};
