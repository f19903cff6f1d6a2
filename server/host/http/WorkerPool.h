// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pthread.h>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace congvu::host {

/// One piece of work for the pool. It must not throw.
class Task {
public:
    Task() = default;
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    virtual ~Task() = default;
    virtual void run() noexcept = 0;
};

/// A fixed number of threads with small stacks and a bounded queue. Many threads cost little while they wait for the database's group
/// commit, which is what they mostly do.
class WorkerPool {
public:
    WorkerPool(unsigned int threads, std::size_t maximumQueue);
    ~WorkerPool();  ///< like stop()

    /// False when the queue is full or the pool is stopping; the task is handed back untouched.
    bool submit(std::unique_ptr<Task>& task);
    /// Finishes what is queued, then ends the threads.
    void stop();

private:
    static void* threadMain(void* pool);
    void work();

    std::size_t maximumQueue_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::unique_ptr<Task>> queue_;
    bool isStopping_ = false;
    std::vector<pthread_t> threads_;
};

}  // namespace congvu::host
