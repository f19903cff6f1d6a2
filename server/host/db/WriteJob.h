// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <atomic>
#include <exception>
#include <functional>
#include <vector>

namespace congvu::host {

/// One closure on its way through the writer. The waiting thread and the writer share it, so that neither outlives it.
struct WriteJob {
    const std::function<void(db::Tx&)>* work = nullptr;  ///< lives on the waiter's stack, which stands still until `isDone`
    bool isTimeLimited = true;
    std::exception_ptr error;
    std::vector<std::function<void()>> afterCommit;
    std::atomic<bool> isDone = false;

    void finish() {
        isDone.store(true, std::memory_order_release);
        isDone.notify_one();
    }
    void wait() const { isDone.wait(false, std::memory_order_acquire); }
};

}  // namespace congvu::host
