// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>

namespace congvu::signingdesk {

/// Lets only so many threads at once do work that costs a core or much memory (argon2id takes 64 MiB, a PDF its own size), and only so
/// many more wait for a place, so that the workers of the server stay free for everybody else. Thread-safe.
///
/// A thread that has a place must not ask for another one, and must not wait for the network while it has it.
class BoundedWork {
public:
    BoundedWork(std::size_t places, std::size_t waiting) : free_(places), mostWaiting_(waiting) {}

    /// Runs the act on this thread as soon as a place is free and gives its result. AppError unavailable "signing.busy", before anything
    /// is done, when too many wait already.
    template <class Act>
    auto run(Act&& act) {
        const Place place{*this};
        return std::forward<Act>(act)();
    }

private:
    class Place {
    public:
        explicit Place(BoundedWork& work) : work_(work) { work_.enter(); }
        ~Place() { work_.leave(); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

    private:
        BoundedWork& work_;
    };
    void enter();
    void leave();

    std::mutex mutex_;
    std::condition_variable left_;
    std::size_t free_;
    std::size_t waiting_ = 0;
    std::size_t mostWaiting_;
};

}  // namespace congvu::signingdesk
