// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <chrono>

namespace congvu::host {

/// The time of the machine, moved by a fixed offset (0 in production; tests live in another week).
class SystemClock final : public Clock {
public:
    explicit SystemClock(std::chrono::seconds offset = {}) : offset_(offset) {}
    [[nodiscard]] Timestamp now() const override {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) + offset_;
    }

private:
    std::chrono::seconds offset_;
};

}  // namespace congvu::host
