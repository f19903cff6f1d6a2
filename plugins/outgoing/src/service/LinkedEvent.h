// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::outgoing {

/// Payload of outgoing.draft-linked.v1: a draft answers a task or a document.
struct LinkedEvent {
    std::string documentId;
    std::optional<std::string> taskId;
    std::optional<std::string> sourceDocumentId;
    std::string subject;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::LinkedEvent> {
    static auto fields() {
        using Event = congvu::outgoing::LinkedEvent;
        return std::tuple{field("documentId", &Event::documentId), field("taskId", &Event::taskId),
                          field("sourceDocumentId", &Event::sourceDocumentId), field("subject", &Event::subject)};
    }
};
