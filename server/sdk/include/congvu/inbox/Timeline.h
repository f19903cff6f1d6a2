// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::inbox {

/// One visible step in the history of an entity (dòng thời gian).
struct TimelineEntry {
    std::string id;
    Timestamp at;
    std::string actorName;  ///< snapshot
    std::string postTitle;  ///< snapshot
    std::string unitName;   ///< snapshot
    std::string act;        ///< message id "incoming.act.registered"; the UI translates it
    std::string note;       ///< words of the actor, may be empty
    json::RawJson detail;   ///< values for the message
};

/// Appends and reads the timeline. Whoever may see the entity may see its timeline.
class Timeline {
public:
    virtual ~Timeline() = default;
    virtual void append(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act, std::string_view note = {},
                        std::string detailJson = "{}") = 0;
    /// Oldest first, at most 500.
    virtual std::vector<TimelineEntry> read(db::Reader& reader, const EntityRef& entity) = 0;
};

}  // namespace congvu::inbox

template <>
struct congvu::json::Description<congvu::inbox::TimelineEntry> {
    static auto fields() {
        using Entry = congvu::inbox::TimelineEntry;
        return std::tuple{field("id", &Entry::id),
                          field("at", &Entry::at),
                          field("actorName", &Entry::actorName),
                          field("postTitle", &Entry::postTitle),
                          field("unitName", &Entry::unitName),
                          field("act", &Entry::act),
                          field("note", &Entry::note),
                          field("detail", &Entry::detail)};
    }
};
