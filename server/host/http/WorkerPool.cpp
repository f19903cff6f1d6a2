// SPDX-License-Identifier: Apache-2.0
#include "http/WorkerPool.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace congvu::host {

namespace {

/// Enough for the deepest handler (PDF and text layout); untouched pages of a stack cost nothing.
constexpr std::size_t kStackBytes = 1024 * 1024;

}  // namespace

WorkerPool::WorkerPool(unsigned int threads, std::size_t maximumQueue) : maximumQueue_(maximumQueue) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    threads_.reserve(threads);
    for (unsigned int i = 0; i < threads; ++i) {
        pthread_t thread{};
        if (const int error = pthread_create(&thread, &attributes, &WorkerPool::threadMain, this); error != 0) {
            pthread_attr_destroy(&attributes);
            stop();
            throw std::system_error(error, std::generic_category(), "cannot start the workers");
        }
        threads_.push_back(thread);
    }
    pthread_attr_destroy(&attributes);
}

WorkerPool::~WorkerPool() {
    stop();
}

bool WorkerPool::submit(std::unique_ptr<Task>& task) {
    {
        const std::lock_guard lock(mutex_);
        if (isStopping_ || queue_.size() >= maximumQueue_) {
            return false;
        }
        queue_.push_back(std::move(task));
    }
    wake_.notify_one();
    return true;
}

void WorkerPool::stop() {
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    wake_.notify_all();
    for (const auto thread : std::exchange(threads_, {})) {
        pthread_join(thread, nullptr);
    }
}

void* WorkerPool::threadMain(void* pool) {
    static_cast<WorkerPool*>(pool)->work();
    return nullptr;
}

void WorkerPool::work() {
    for (;;) {
        std::unique_ptr<Task> task;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return isStopping_ || !queue_.empty(); });
            if (queue_.empty()) {
                return;
            }
            task = std::move(queue_.front());
            queue_.pop_front();
        }
        task->run();
    }
}

}  // namespace congvu::host
