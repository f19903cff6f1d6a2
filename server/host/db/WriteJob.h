// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

namespace congvu::host {

/// One closure on its way through the writer. The waiting thread and the writer share it, so that neither outlives it.
struct WriteJob {
    const std::function<void(db::Tx&)>* work = nullptr;  ///< lives on the waiter's stack, which stands still until finish()
    bool isTimeLimited = true;
    std::exception_ptr error;
    std::vector<std::function<void()>> afterCommit;

    void finish() {
        const std::lock_guard lock(mutex_);
        isDone_ = true;
        done_.notify_one();
    }
    /// Sleeps at once: std::atomic would yield in turns first, and dozens of waiters would take the writer's core.
    void wait() {
        std::unique_lock lock(mutex_);
        done_.wait(lock, [this] { return isDone_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable done_;
    bool isDone_ = false;  ///< guarded by the mutex
};

}  // namespace congvu::host
