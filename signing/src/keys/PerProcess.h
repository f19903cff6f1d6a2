// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <atomic>

namespace congvu::signing::keys {

/// One `Type` per process. The child of a fork gets a fresh one at its first use; the parent's is left alone there, as its
/// mutexes may be held by threads that the child does not have.
template <typename Type>
class PerProcess {
public:
    PerProcess() : current_(new Entry) {}
    ~PerProcess() {
        if (Entry* entry = current_.load(); entry->process == ::getpid()) {
            delete entry;
        }
    }
    PerProcess(const PerProcess&) = delete;
    PerProcess& operator=(const PerProcess&) = delete;

    Type& get() {
        Entry* entry = current_.load(std::memory_order_acquire);
        if (entry->process == ::getpid()) {
            return entry->content;
        }
        auto* fresh = new Entry;
        if (current_.compare_exchange_strong(entry, fresh, std::memory_order_acq_rel)) {
            return fresh->content;
        }
        delete fresh;
        return entry->content;
    }

    /// True when the content was made in this process.
    bool isOwn() const { return current_.load(std::memory_order_acquire)->process == ::getpid(); }

private:
    struct Entry {
        pid_t process = ::getpid();
        Type content;
    };
    std::atomic<Entry*> current_;
};

}  // namespace congvu::signing::keys
