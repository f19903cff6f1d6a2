// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/log/Log.h"
#include "congvu/time/Clock.h"
#include "events/DeliveryLedger.h"
#include "events/SubscriberTable.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace congvu::host {

/// Hands events of the outbox to subscribers: at least once, and in order for one entity. A subscriber that throws is asked again after
/// 1 s, 2 s, 4 s … at most 15 min; after 12 attempts the event is parked. Later events of the same entity wait behind a failed one, all
/// other entities go on. Progress is written once a batch, so a crash repeats at most one batch. Used by one thread at a time.
class EventDispatcher {
public:
    static constexpr std::int64_t kMaximumAttempts = 12;
    static constexpr std::int64_t kBatchSize = 200;

    /// Everything must outlive the dispatcher.
    EventDispatcher(db::Db& database, const SubscriberTable& subscribers, Clock& clock, Log& log);

    /// Gives every subscriber what is due now, one batch each; how many deliveries succeeded. Call again until `hasMore` is false.
    struct Round {
        int delivered = 0;
        bool hasMore = false;
    };
    Round runOnce();
    /// Makes a round end after the event that is being delivered; callable from any thread. allow() takes it back.
    void interrupt() { isInterrupted_ = true; }
    void allow() { isInterrupted_ = false; }

private:
    /// What one batch of one subscriber has come to; written in one transaction.
    struct Progress {
        std::string subscriber;
        std::vector<FailedDelivery> failures;
        std::vector<std::int64_t> retried;  ///< numbers of retries that succeeded
        std::int64_t cursor = 0;
        int delivered = 0;
        bool hasMore = false;
    };

    Progress deliverRetries(const std::string& subscriber);
    Progress deliverNew(const std::string& subscriber);
    void deliverOne(const events::Event& event, const SubscriberTable::Handlers& handlers, std::int64_t attemptsBefore, Progress& progress);
    std::optional<std::string> call(const events::Event& event, const SubscriberTable::Handlers& handlers) const;
    FailedDelivery failureOf(const events::Event& event, std::int64_t attempts, std::string error) const;
    void logFailure(const std::string& subscriber, const events::Event& event, const FailedDelivery& failure);
    void write(const Progress& progress);

    db::Db& database_;
    const SubscriberTable& subscribers_;
    Clock& clock_;
    Log& log_;
    std::atomic<bool> isInterrupted_ = false;
};

}  // namespace congvu::host
