// SPDX-License-Identifier: Apache-2.0
#include "http/AddressLimiter.h"

#include <Poco/Net/IPAddress.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

namespace congvu::host {

namespace {

constexpr std::size_t kMostBuckets = 50'000;
constexpr std::size_t kNetworkBytes = 8;
constexpr double kMillisecondsOfAMinute = 60'000;

/// The address itself, of IPv6 the bytes of its network.
std::string networkOf(std::string_view address) {
    Poco::Net::IPAddress parsed;
    if (!Poco::Net::IPAddress::tryParse(std::string{address}, parsed) || parsed.family() != Poco::Net::IPAddress::IPv6) {
        return std::string{address};
    }
    return {static_cast<const char*>(parsed.addr()), kNetworkBytes};
}

}  // namespace

std::optional<int> AddressLimiter::secondsToWait(std::string_view route, std::string_view address, int callsPerMinute) {
    const auto now = clock_.now();
    const double callsPerMillisecond = callsPerMinute / kMillisecondsOfAMinute;
    const std::lock_guard lock{mutex_};
    if (buckets_.size() >= kMostBuckets) {
        forgetSome(now);
    }
    const auto key = std::string{route} + ' ' + networkOf(address);
    auto& bucket = buckets_.try_emplace(key, Bucket{static_cast<double>(callsPerMinute), now}).first->second;
    const auto passed = static_cast<double>((now - bucket.filledAt).count());
    bucket.calls = std::min(static_cast<double>(callsPerMinute), bucket.calls + std::max(0.0, passed) * callsPerMillisecond);
    bucket.filledAt = now;
    if (bucket.calls < 1) {
        return static_cast<int>(std::ceil((1 - bucket.calls) / callsPerMillisecond / 1000));
    }
    bucket.calls -= 1;
    return std::nullopt;
}

/// A bucket that nobody has touched for a minute is full again and need not be remembered.
void AddressLimiter::forgetSome(Timestamp now) {
    const auto isFull = [now](const auto& one) { return now - one.second.filledAt >= std::chrono::minutes{1}; };
    if (std::erase_if(buckets_, isFull) == 0) {
        buckets_.erase(buckets_.begin(), std::next(buckets_.begin(), kMostBuckets / 4));
    }
}

}  // namespace congvu::host
