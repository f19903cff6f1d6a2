// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace congvu::events {

/// An event as a subscriber gets it: at least once, in order for one entity. Subscribers are idempotent.
struct Event {
    std::int64_t sequence = 0;
    std::string name;         ///< "incoming.direction-given.v1"
    EntityRef entity;         ///< what it happened to; order is kept per entity
    std::string agencyId;     ///< whose event it is
    std::string actorPostId;  ///< who did it; empty for the system
    Timestamp at;
    std::string payload;  ///< JSON

    /// Only the fields the subscriber wants; other members are skipped.
    template <json::Described T>
    [[nodiscard]] T as() const {
        return json::decode<T>(payload, json::UnknownMembers::skip);
    }
};

/// What a publisher says; the host adds sequence and time.
struct NewEvent {
    std::string name;
    EntityRef entity;
    std::string agencyId;
    std::string actorPostId;
};

/// Publishing puts a row into the outbox of the caller's transaction; delivery starts after the commit.
class Events {
public:
    using Subscriber = std::function<void(const Event&)>;
    virtual ~Events() = default;

    /// Throws std::logic_error when the manifest does not declare the event.
    virtual void publishJson(db::Tx& tx, const NewEvent& event, std::string payloadJson) = 0;
    template <json::Described T>
    void publish(db::Tx& tx, const NewEvent& event, const T& payload) {
        publishJson(tx, event, json::toText(payload));
    }
    /// The subscriber runs on a dispatcher thread, outside any transaction. What it throws is retried with back-off (1 s … 15 min) and
    /// parked for the administrator after 12 attempts.
    virtual void subscribe(std::string eventName, Subscriber subscriber) = 0;
};

}  // namespace congvu::events
