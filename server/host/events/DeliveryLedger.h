// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/events/Events.h"
#include "events/ParkedEvent.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// An event that has to be delivered once more.
struct Retry {
    events::Event event;
    std::int64_t attempts = 0;
};

/// A failed attempt, or (attempts 0) an event that waits behind a failed one of the same entity.
struct FailedDelivery {
    std::int64_t sequence = 0;
    std::string entityKey;
    std::int64_t attempts = 0;
    Timestamp nextAt;
    bool isParked = false;
    std::string error;
};

/// All SQL of the tables host_event_cursor and host_event_retry: who has got what.
class DeliveryLedger {
public:
    /// Makes the cursor of a new subscriber at the end of the outbox (it gets what happens from now on) and notes that it is there.
    static void enter(db::Tx& tx, std::string_view subscriber, Timestamp now);
    static std::int64_t cursor(db::Reader& reader, std::string_view subscriber);
    /// Never moves a cursor back.
    static void moveCursor(db::Tx& tx, std::string_view subscriber, std::int64_t sequence);
    /// The lowest cursor among subscribers that were there since a time; the newest event when there is none.
    static std::int64_t lowestCursor(db::Reader& reader, Timestamp seenSince);

    /// Entities with a failed event: later events of theirs must wait.
    static std::set<std::string> blockedEntities(db::Reader& reader, std::string_view subscriber);
    /// The first waiting event of each entity that is due, oldest first.
    static std::vector<Retry> dueRetries(db::Reader& reader, std::string_view subscriber, Timestamp now, std::int64_t limit);
    static void recordFailure(db::Tx& tx, std::string_view subscriber, const FailedDelivery& failure, Timestamp now);
    static void recordSuccess(db::Tx& tx, std::string_view subscriber, std::int64_t sequence);

    /// Parked events, newest first.
    static db::Page<ParkedEvent> parked(db::Reader& reader, const db::PageRequest& page);
    /// Lets a parked event start again from attempt 1. False when it is not parked.
    static bool unpark(db::Tx& tx, std::string_view subscriber, std::int64_t sequence, Timestamp now);
    /// Gives a parked event up for its subscriber; what waits behind it goes on. False when it is not parked.
    static bool discard(db::Tx& tx, std::string_view subscriber, std::int64_t sequence);
};

}  // namespace congvu::host
