// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <atomic>

namespace congvu::testing {

/// A clock that stands still until it is moved. It starts on 2026-03-02T02:00:00Z, a Monday, 09:00 in Viet Nam. Thread-safe.
class VirtualClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return Timestamp{std::chrono::milliseconds{milliseconds_.load()}}; }
    void advance(std::chrono::milliseconds by) { milliseconds_ += by.count(); }
    void set(Timestamp at) { milliseconds_ = at.time_since_epoch().count(); }

private:
    static constexpr std::int64_t kStart = 1'772'416'800'000;
    std::atomic<std::int64_t> milliseconds_ = kStart;
};

}  // namespace congvu::testing
