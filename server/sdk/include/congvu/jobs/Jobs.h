// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace congvu::jobs {

/// When a job runs: every so often, or daily at a minute of the day in Viet Nam.
struct Schedule {
    static Schedule every(std::chrono::seconds interval) { return {interval, std::chrono::minutes{-1}}; }
    static Schedule dailyAt(std::chrono::minutes sinceMidnight) { return {std::chrono::hours{24}, sinceMidnight}; }
    std::chrono::seconds interval;
    std::chrono::minutes sinceMidnight;
};

/// Background work of this plugin. A job never overlaps itself; what it throws is logged and shown to the administrator.
class Jobs {
public:
    virtual ~Jobs() = default;
    /// The id must stand in the manifest.
    virtual void add(std::string id, Schedule schedule, std::function<void()> work) = 0;
    /// Runs the function once, soon, on the background pool (not durable: write an event for what must happen).
    virtual void runSoon(std::function<void()> work) = 0;
};

}  // namespace congvu::jobs
