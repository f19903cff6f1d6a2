// SPDX-License-Identifier: Apache-2.0
#include "events/EventDispatcher.h"

#include "events/Outbox.h"

#include <algorithm>
#include <exception>

namespace congvu::host {

namespace {

constexpr std::chrono::milliseconds kFirstDelay{1'000};
constexpr std::chrono::milliseconds kLongestDelay{15 * 60 * 1'000};
constexpr std::size_t kMaximumErrorLength = 500;

std::string keyOf(const EntityRef& entity) {
    return entity.plugin + '/' + entity.type + '/' + entity.id;
}

std::chrono::milliseconds delayAfter(std::int64_t attempts) {
    auto delay = kFirstDelay;
    for (std::int64_t attempt = 1; attempt < attempts && delay < kLongestDelay; ++attempt) {
        delay *= 2;
    }
    return std::min(delay, kLongestDelay);
}

}  // namespace

EventDispatcher::EventDispatcher(db::Db& database, const SubscriberTable& subscribers, Clock& clock, Log& log)
    : database_(database), subscribers_(subscribers), clock_(clock), log_(log) {}

EventDispatcher::Round EventDispatcher::runOnce() {
    Round round;
    for (const auto& subscriber : subscribers_.plugins()) {
        for (const auto& progress : {deliverRetries(subscriber), deliverNew(subscriber)}) {
            round.delivered += progress.delivered;
            round.hasMore = round.hasMore || progress.hasMore;
        }
    }
    return round;
}

EventDispatcher::Progress EventDispatcher::deliverRetries(const std::string& subscriber) {
    Progress progress;
    progress.subscriber = subscriber;
    const auto due =
        database_.read([&](db::Reader& reader) { return DeliveryLedger::dueRetries(reader, subscriber, clock_.now(), kBatchSize); });
    for (const auto& retry : due) {
        if (isInterrupted_) {
            break;
        }
        const auto failuresBefore = progress.failures.size();
        deliverOne(retry.event, subscribers_.handlersOf(subscriber, retry.event.name), retry.attempts, progress);
        if (progress.failures.size() == failuresBefore) {
            progress.retried.push_back(retry.event.sequence);
        }
    }
    // The next event of an entity becomes due when the one before it is done.
    progress.hasMore = !progress.retried.empty();
    write(progress);
    return progress;
}

EventDispatcher::Progress EventDispatcher::deliverNew(const std::string& subscriber) {
    Progress progress;
    progress.subscriber = subscriber;
    std::vector<events::Event> batch;
    std::set<std::string> blocked;
    database_.read([&](db::Reader& reader) {
        progress.cursor = DeliveryLedger::cursor(reader, subscriber);
        batch = Outbox::readAfter(reader, progress.cursor, kBatchSize);
        if (!batch.empty()) {
            blocked = DeliveryLedger::blockedEntities(reader, subscriber);
        }
    });
    for (const auto& event : batch) {
        if (isInterrupted_) {
            break;
        }
        progress.cursor = event.sequence;
        const auto handlers = subscribers_.handlersOf(subscriber, event.name);
        if (handlers.empty()) {
            continue;
        }
        if (blocked.contains(keyOf(event.entity))) {
            progress.failures.push_back({event.sequence, keyOf(event.entity), 0, clock_.now(), false, ""});
            continue;
        }
        const auto failuresBefore = progress.failures.size();
        deliverOne(event, handlers, 0, progress);
        if (progress.failures.size() > failuresBefore) {
            blocked.insert(keyOf(event.entity));
        }
    }
    progress.hasMore = static_cast<std::int64_t>(batch.size()) == kBatchSize;
    if (!batch.empty()) {
        write(progress);
    }
    return progress;
}

void EventDispatcher::deliverOne(const events::Event& event, const SubscriberTable::Handlers& handlers, std::int64_t attemptsBefore,
                                 Progress& progress) {
    auto error = call(event, handlers);
    if (!error) {
        ++progress.delivered;
        return;
    }
    auto failure = failureOf(event, attemptsBefore + 1, std::move(*error));
    logFailure(progress.subscriber, event, failure);
    progress.failures.push_back(std::move(failure));
}

/// Whatever a subscriber throws is its failed attempt, kept for the administrator; nothing of it may stop the dispatcher.
std::optional<std::string> EventDispatcher::call(const events::Event& event, const SubscriberTable::Handlers& handlers) const {
    try {
        for (const auto& handler : handlers) {
            handler(event);
        }
        return std::nullopt;
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "an exception that is not a std::exception";
    }
}

FailedDelivery EventDispatcher::failureOf(const events::Event& event, std::int64_t attempts, std::string error) const {
    error.resize(std::min(error.size(), kMaximumErrorLength));
    return {event.sequence,  keyOf(event.entity), attempts, clock_.now() + delayAfter(attempts), attempts >= kMaximumAttempts,
            std::move(error)};
}

void EventDispatcher::logFailure(const std::string& subscriber, const events::Event& event, const FailedDelivery& failure) {
    const Log::Fields fields{{"subscriber", subscriber},
                             {"event", event.name},
                             {"sequence", std::to_string(event.sequence)},
                             {"attempts", std::to_string(failure.attempts)},
                             {"error", failure.error}};
    if (failure.isParked) {
        log_.error("event.parked", fields);
    } else {
        log_.warn("event.failed", fields);
    }
}

void EventDispatcher::write(const Progress& progress) {
    if (progress.cursor == 0 && progress.failures.empty() && progress.retried.empty()) {
        return;
    }
    database_.write([&](db::Tx& tx) {
        for (const auto sequence : progress.retried) {
            DeliveryLedger::recordSuccess(tx, progress.subscriber, sequence);
        }
        for (const auto& failure : progress.failures) {
            DeliveryLedger::recordFailure(tx, progress.subscriber, failure, clock_.now());
        }
        if (progress.cursor > 0) {
            DeliveryLedger::moveCursor(tx, progress.subscriber, progress.cursor);
        }
    });
}

}  // namespace congvu::host
