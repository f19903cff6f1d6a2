// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace congvu::signing::tool {

/// One-time challenges: each act of a page carries one that this agent gave to the same origin a short while ago, so that a
/// request that was recorded, or made up, does nothing. Safe to use from several threads.
class Challenges {
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::seconds kLife{120};

    /// 256 random bits in lower-case hexadecimal. Of many that are never used the oldest is forgotten.
    std::string issue(const std::string& origin, Time now);

    /// True once for each challenge, from its own origin, within its life.
    bool take(const std::string& challenge, const std::string& origin, Time now);

private:
    struct Issued {
        std::string origin;
        Time at;
    };

    std::mutex mutex_;
    std::map<std::string, Issued> issued_;
};

}  // namespace congvu::signing::tool
