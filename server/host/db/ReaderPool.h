// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/Connection.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace congvu::host {

class Dialect;

/// Read-only connections, opened when they are first needed and kept with their prepared statements. The one used last is taken
/// first, because its pages and statements are warm. Thread-safe.
class ReaderPool {
public:
    struct Limits {
        std::size_t maximumConnections;
        std::chrono::milliseconds waitTimeout;
    };

    /// `dialect` must outlive the pool.
    ReaderPool(Dialect& dialect, Limits limits);
    ~ReaderPool();

    /// Runs the closure on one snapshot. Inside another read of the same thread it joins that read's snapshot.
    void run(const std::function<void(db::Reader&)>& work);
    [[nodiscard]] bool isReadingOnThisThread() const;

private:
    class Lease;

    std::unique_ptr<Connection> take();
    void giveBack(std::unique_ptr<Connection> connection);

    Dialect& dialect_;
    Limits limits_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;  ///< guarded by mutex_
    std::size_t opened_ = 0;                         ///< guarded by mutex_
};

}  // namespace congvu::host
