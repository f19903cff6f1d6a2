// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/events/Events.h"
#include "congvu/log/Log.h"
#include "congvu/time/Clock.h"
#include "events/EventDispatcher.h"
#include "events/ParkedEvent.h"
#include "events/SubscriberTable.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>

namespace congvu::host {

/// What a plugin's manifest says about events.
struct DeclaredEvents {
    std::set<std::string, std::less<>> publishes;
    std::set<std::string, std::less<>> subscribes;
};

/// All events of the server: plugins publish into the outbox inside their transactions, and one dispatcher thread delivers after the
/// commit (docs/architecture.md §5). The migrations of the host must have run. Thread-safe.
class EventBus {
public:
    /// Everything must outlive the bus.
    EventBus(db::Db& database, Clock& clock, Log& log);
    ~EventBus();
    EventBus(const EventBus&) = delete;
    EventBus& operator=(const EventBus&) = delete;

    /// The events as one plugin sees them; it can publish and subscribe in its own name only, and only what it has declared.
    std::unique_ptr<events::Events> forPlugin(std::string plugin, DeclaredEvents declared);
    /// Ends the subscriptions of a plugin. When it comes back, it gets what has happened since.
    void removeAllOf(std::string_view plugin);

    /// Starts the dispatcher thread; call it when all plugins have subscribed.
    void start();
    /// Ends the thread; a subscriber that runs is waited for. Nothing is lost: the rest waits in the outbox.
    void stop();
    /// Delivers everything that is due on the calling thread until nothing is left; how many deliveries succeeded. Only while the
    /// thread is not running: for tests and for commands of the command line.
    int drain();

    /// Events that wait for the administrator, newest first.
    db::Page<ParkedEvent> parked(const db::PageRequest& page);
    /// Tries a parked event again, from attempt 1. AppError notFound when there is no such parked event.
    void retry(std::string_view parkedEventId);
    /// Gives a parked event up in the caller's transaction: its subscriber never gets it, later events of the same entity go on after the
    /// commit. AppError notFound when there is no such parked event.
    void discard(db::Tx& tx, std::string_view parkedEventId);
    /// Removes events older than 30 days that every subscriber has got. A plugin that was away for 90 days is not waited for any longer.
    /// Returns how many; runs as a daily job.
    std::int64_t cleanUp();

private:
    friend class PluginEvents;
    void publish(db::Tx& tx, const events::NewEvent& event, std::string_view payload);
    void subscribe(const std::string& plugin, std::string eventName, events::Events::Subscriber subscriber);
    void wake();
    void loop();
    bool deliverRound();

    db::Db& database_;
    Clock& clock_;
    Log& log_;
    SubscriberTable subscribers_;
    EventDispatcher dispatcher_;

    std::mutex mutex_;
    std::condition_variable changed_;
    bool hasNews_ = false;     ///< guarded by mutex_
    bool isStopping_ = false;  ///< guarded by mutex_
    std::thread thread_;
};

}  // namespace congvu::host
