// SPDX-License-Identifier: Apache-2.0
#include "jobs/BackgroundPool.h"

#include <algorithm>
#include <exception>

namespace congvu::host {

BackgroundPool::BackgroundPool(std::size_t threads, std::size_t maximumQueue, Log& log)
    : threadCount_(threads), maximumQueue_(maximumQueue), log_(log) {}

BackgroundPool::~BackgroundPool() {
    stop();
}

void BackgroundPool::start() {
    const std::lock_guard lock{mutex_};
    isStopping_ = false;
    for (std::size_t index = 0; index < threadCount_; ++index) {
        threads_.emplace_back([this] { loop(); });
    }
}

void BackgroundPool::stop() {
    {
        const std::lock_guard lock{mutex_};
        isStopping_ = true;
        queue_.clear();
    }
    queued_.notify_all();
    for (auto& thread : threads_) {
        thread.join();
    }
    threads_.clear();
}

bool BackgroundPool::submit(std::string owner, std::function<void()> work) {
    {
        const std::lock_guard lock{mutex_};
        if (isStopping_ || queue_.size() >= maximumQueue_) {
            return false;
        }
        queue_.push_back({std::move(owner), std::move(work)});
    }
    queued_.notify_one();
    return true;
}

void BackgroundPool::endAllOf(std::string_view owner) {
    std::unique_lock lock{mutex_};
    std::erase_if(queue_, [owner](const Piece& piece) { return piece.owner == owner; });
    finished_.wait(lock, [&] { return std::find(running_.begin(), running_.end(), owner) == running_.end(); });
}

int BackgroundPool::runQueuedHere(int atMost) {
    std::unique_lock lock{mutex_};
    int count = 0;
    while (count < atMost && takeAndRun(lock)) {
        ++count;
    }
    return count;
}

void BackgroundPool::loop() {
    std::unique_lock lock{mutex_};
    while (true) {
        queued_.wait(lock, [this] { return isStopping_ || !queue_.empty(); });
        if (isStopping_) {
            return;
        }
        takeAndRun(lock);
    }
}

bool BackgroundPool::takeAndRun(std::unique_lock<std::mutex>& lock) {
    if (queue_.empty()) {
        return false;
    }
    const auto piece = std::move(queue_.front());
    queue_.pop_front();
    running_.push_back(piece.owner);
    lock.unlock();
    run(piece);
    lock.lock();
    running_.erase(std::find(running_.begin(), running_.end(), piece.owner));
    finished_.notify_all();
    return true;
}

/// One piece of work that fails must not end the thread that runs everybody's.
void BackgroundPool::run(const Piece& piece) {
    try {
        piece.work();
    } catch (const std::exception& error) {
        log_.error("background.failed", {{"owner", piece.owner}, {"error", error.what()}});
    } catch (...) {
        log_.error("background.failed", {{"owner", piece.owner}, {"error", "not a std::exception"}});
    }
}

}  // namespace congvu::host
