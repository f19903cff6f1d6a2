// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace congvu::host {

/// Counts the calls of one address to one route and says when there are too many: a bucket that holds a minute's calls and fills evenly.
/// An IPv6 client counts by its network of 64 bits, which one subscriber usually has. Only so many addresses are remembered: those
/// that have not called for a minute are forgotten first. Thread-safe.
class AddressLimiter {
public:
    /// The clock must outlive it.
    explicit AddressLimiter(const Clock& clock) : clock_(clock) {}

    /// Takes one call from the bucket; when it is empty, the seconds after which the next one is there.
    [[nodiscard]] std::optional<int> secondsToWait(std::string_view route, std::string_view address, int callsPerMinute);

private:
    struct Bucket {
        double calls = 0;
        Timestamp filledAt;
    };
    void forgetSome(Timestamp now);

    const Clock& clock_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace congvu::host
