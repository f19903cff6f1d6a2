// SPDX-License-Identifier: Apache-2.0
#include "domain/Completion.h"

#include <algorithm>

namespace congvu::signingdesk {

std::chrono::minutes pauseAfter(std::int64_t attempts) {
    constexpr std::int64_t kLongestMinutes = 6 * 60;
    constexpr std::int64_t kMostDoublings = 9;
    const auto doublings = std::clamp<std::int64_t>(attempts - 1, 0, kMostDoublings);
    return std::chrono::minutes{std::min(kLongestMinutes, std::int64_t{1} << doublings)};
}

}  // namespace congvu::signingdesk
