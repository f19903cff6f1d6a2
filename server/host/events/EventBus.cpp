// SPDX-License-Identifier: Apache-2.0
#include "events/EventBus.h"

#include "congvu/error/AppError.h"
#include "events/Outbox.h"
#include "events/PluginEvents.h"

#include <charconv>
#include <stdexcept>

namespace congvu::host {

namespace {

/// The longest time until events of another process (the generation before or after this one) and due retries are seen.
constexpr std::chrono::milliseconds kPollInterval{1'000};
constexpr std::chrono::days kKeepDelivered{30};
constexpr std::chrono::days kWaitForAbsent{90};

struct ParkedEventParts {
    std::string_view subscriber;
    std::int64_t sequence = 0;
};

/// "<subscriber>:<sequence>" taken apart; AppError notFound for anything else.
ParkedEventParts partsOf(std::string_view parkedEventId) {
    const auto colon = parkedEventId.rfind(':');
    const auto number = parkedEventId.substr(colon == std::string_view::npos ? parkedEventId.size() : colon + 1);
    std::int64_t sequence = 0;
    const auto* end = number.data() + number.size();
    if (number.empty() || std::from_chars(number.data(), end, sequence).ptr != end) {
        throw AppError::notFound();
    }
    return {parkedEventId.substr(0, colon), sequence};
}

}  // namespace

EventBus::EventBus(db::Db& database, Clock& clock, Log& log)
    : database_(database), clock_(clock), log_(log), dispatcher_(database, subscribers_, clock, log) {}

EventBus::~EventBus() {
    stop();
}

std::unique_ptr<events::Events> EventBus::forPlugin(std::string plugin, DeclaredEvents declared) {
    return std::make_unique<PluginEvents>(*this, std::move(plugin), std::move(declared));
}

void EventBus::removeAllOf(std::string_view plugin) {
    subscribers_.removeAllOf(plugin);
}

void EventBus::start() {
    dispatcher_.allow();
    const std::lock_guard lock{mutex_};
    isStopping_ = false;
    thread_ = std::thread{[this] { loop(); }};
}

void EventBus::stop() {
    {
        const std::lock_guard lock{mutex_};
        isStopping_ = true;
    }
    dispatcher_.interrupt();
    changed_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

int EventBus::drain() {
    if (thread_.joinable()) {
        throw std::logic_error("events are drained by hand only while the dispatcher thread is not running");
    }
    dispatcher_.allow();
    int delivered = 0;
    while (true) {
        const auto round = dispatcher_.runOnce();
        delivered += round.delivered;
        if (!round.hasMore && round.delivered == 0) {
            return delivered;
        }
    }
}

db::Page<ParkedEvent> EventBus::parked(const db::PageRequest& page) {
    return database_.read([&](db::Reader& reader) { return DeliveryLedger::parked(reader, page); });
}

void EventBus::retry(std::string_view parkedEventId) {
    const auto parts = partsOf(parkedEventId);
    database_.write([&](db::Tx& tx) {
        if (!DeliveryLedger::unpark(tx, parts.subscriber, parts.sequence, clock_.now())) {
            throw AppError::notFound();
        }
        tx.afterCommit([this] { wake(); });
    });
}

void EventBus::discard(db::Tx& tx, std::string_view parkedEventId) {
    const auto [subscriber, sequence] = partsOf(parkedEventId);
    if (!DeliveryLedger::discard(tx, subscriber, sequence)) {
        throw AppError::notFound();
    }
    tx.afterCommit([this] { wake(); });
}

std::int64_t EventBus::cleanUp() {
    const auto now = clock_.now();
    return database_.write([&](db::Tx& tx) {
        for (const auto& plugin : subscribers_.plugins()) {
            DeliveryLedger::enter(tx, plugin, now);  // still here
        }
        const auto delivered = DeliveryLedger::lowestCursor(tx, now - kWaitForAbsent);
        return Outbox::removeDelivered(tx, delivered, now - kKeepDelivered);
    });
}

void EventBus::publish(db::Tx& tx, const events::NewEvent& event, std::string_view payload) {
    Outbox::append(tx, event, payload, clock_.now());
    tx.afterCommit([this] { wake(); });
}

void EventBus::subscribe(const std::string& plugin, std::string eventName, events::Events::Subscriber subscriber) {
    // The cursor is made here and not at the first delivery, which would miss what is published in between.
    database_.write([&](db::Tx& tx) { DeliveryLedger::enter(tx, plugin, clock_.now()); });
    subscribers_.add(plugin, std::move(eventName), std::move(subscriber));
}

void EventBus::wake() {
    {
        const std::lock_guard lock{mutex_};
        hasNews_ = true;
    }
    changed_.notify_one();
}

void EventBus::loop() {
    while (true) {
        const bool hasMore = deliverRound();
        std::unique_lock lock{mutex_};
        if (!hasMore) {
            changed_.wait_for(lock, kPollInterval, [this] { return hasNews_ || isStopping_; });
        }
        if (isStopping_) {
            return;
        }
        hasNews_ = false;
    }
}

/// A database that fails now (disk full, PostgreSQL being restarted) must not end the thread: it tries again a second later.
bool EventBus::deliverRound() {
    try {
        return dispatcher_.runOnce().hasMore;
    } catch (const std::exception& error) {
        log_.error("events.dispatcher-failed", {{"error", error.what()}});
        return false;
    }
}

}  // namespace congvu::host
