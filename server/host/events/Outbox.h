// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/events/Events.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// All SQL of table host_outbox: events as they were published, numbered in the order of their commits.
class Outbox {
public:
    /// Adds an event to the caller's transaction.
    static void append(db::Tx& tx, const events::NewEvent& event, std::string_view payload, Timestamp at);
    /// Events after a number, oldest first.
    static std::vector<events::Event> readAfter(db::Reader& reader, std::int64_t sequence, std::int64_t limit);
    /// Number of the newest event, 0 when there has been none.
    static std::int64_t lastSequence(db::Reader& reader);
    /// Removes events up to a number that happened before a time and that nobody retries; how many.
    static std::int64_t removeDelivered(db::Tx& tx, std::int64_t upToSequence, Timestamp before);

    /// Maps a row of the columns kColumns.
    static events::Event toEvent(const db::Row& row, int firstColumn = 0);
    static constexpr std::string_view kColumns =
        "o.sequence, o.name, o.entity_plugin, o.entity_type, o.entity_id, o.agency_id, o.actor_post_id, o.at, o.payload";
};

}  // namespace congvu::host
