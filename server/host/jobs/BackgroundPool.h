// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/log/Log.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace congvu::host {

/// A few threads with a bounded queue for background work. Each piece belongs to an owner, so that the work of a plugin can be ended.
/// Thread-safe.
class BackgroundPool {
public:
    /// `log` must outlive the pool.
    BackgroundPool(std::size_t threads, std::size_t maximumQueue, Log& log);
    ~BackgroundPool();

    void start();
    /// Drops what is queued and waits for what runs.
    void stop();
    /// False when the queue is full. What the work throws is logged as "background.failed".
    bool submit(std::string owner, std::function<void()> work);
    /// Drops what an owner has queued and waits until nothing of it runs. Not from inside the owner's own work.
    void endAllOf(std::string_view owner);
    /// Runs what is queued on the calling thread until nothing is left or as many pieces as asked; how many. For a pool that was not
    /// started.
    int runQueuedHere(int atMost = std::numeric_limits<int>::max());

private:
    struct Piece {
        std::string owner;
        std::function<void()> work;
    };
    void loop();
    void run(const Piece& piece);
    bool takeAndRun(std::unique_lock<std::mutex>& lock);

    const std::size_t threadCount_;
    const std::size_t maximumQueue_;
    Log& log_;
    std::mutex mutex_;
    std::condition_variable queued_;
    std::condition_variable finished_;
    std::deque<Piece> queue_;           ///< guarded by mutex_
    std::vector<std::string> running_;  ///< owners, guarded by mutex_
    bool isStopping_ = false;           ///< guarded by mutex_
    std::vector<std::thread> threads_;
};

}  // namespace congvu::host
