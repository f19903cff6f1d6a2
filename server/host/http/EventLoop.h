// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/ClientSocket.h"
#include "http/LoopMessage.h"
#include "http/OutgoingResponse.h"
#include "http/Pipeline.h"
#include "http/ServerOptions.h"
#include "http/TrustedProxies.h"
#include "http/WorkerPool.h"

#include "congvu/log/Log.h"
#include "congvu/time/Clock.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace congvu::host {

class ClientConnection;
class EventHub;

/// What every loop of a server shares.
struct LoopParts {
    const ServerOptions& options;
    const Pipeline& pipeline;
    WorkerPool& pool;
    EventHub& hub;
    const Clock& clock;
    Log& log;
    const TrustedProxies& proxies;
};

/// One thread with one epoll set that owns its share of the connections. Nothing on it waits for a client: sockets are non-blocking and
/// edge-triggered, deadlines are looked at once a second. Other threads reach it only by post().
class EventLoop {
public:
    using SteadyTime = std::chrono::steady_clock::time_point;

    explicit EventLoop(const LoopParts& parts);
    ~EventLoop();

    /// Runs until stop() and the end of the drain time. `onAcceptable` is called when the watched listener has new clients.
    void run();
    /// Lets this loop watch a listening socket. Call it before run().
    void watchListener(int descriptor, std::function<void()> onAcceptable);

    /// Hands something to the loop from any thread; never blocks.
    void post(LoopMessage message);
    [[nodiscard]] std::size_t connections() const { return connectionCount_.load(std::memory_order_relaxed); }

    // For the connections, on the loop's own thread:
    [[nodiscard]] const LoopParts& parts() const { return parts_; }
    [[nodiscard]] SteadyTime now() const { return now_; }
    [[nodiscard]] bool isDraining() const { return isDraining_; }
    /// The text of the Date header, made once a second.
    [[nodiscard]] const std::string& date() const { return date_; }
    /// A buffer that every connection reads into.
    [[nodiscard]] std::vector<char>& readBuffer() { return readBuffer_; }
    /// Lets the connection go on at the next turn, so that the others get theirs.
    void resumeLater(std::uint64_t id) { resumed_.push_back(id); }

private:
    void turn();
    void handle(LoopMessage& message);
    void add(NewClient& client);
    template <class Act>
    void withConnection(std::uint64_t id, Act act);
    void takeMessages();
    void resume();
    void sweep();
    void startDraining();
    [[nodiscard]] bool isFinished() const;

    LoopParts parts_;
    int epoll_ = -1;
    int wake_ = -1;
    int listener_ = -1;
    std::function<void()> onAcceptable_;
    std::unordered_map<std::uint64_t, std::unique_ptr<ClientConnection>> connections_;
    std::atomic<std::size_t> connectionCount_{0};
    std::uint64_t nextId_;
    std::vector<std::uint64_t> resumed_;
    std::vector<char> readBuffer_;
    std::string date_;
    SteadyTime now_;
    SteadyTime nextSweep_;
    SteadyTime drainUntil_;
    bool isDraining_ = false;
    std::mutex mutex_;
    std::vector<LoopMessage> messages_;
};

}  // namespace congvu::host
