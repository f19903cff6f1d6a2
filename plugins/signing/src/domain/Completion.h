// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::signingdesk {

/// `waiting`: the level wanted is not reached yet. `archived`: it is reached and has to be renewed at `nextAt`. `superseded`: a later
/// signature of the same document is completed instead, which covers this one. `givenUp`: tried kMostAttempts times.
enum class CompletionState { waiting, done, archived, superseded, givenUp };

/// What is still to be added to a signed file after it was signed: time-stamp, revocation data, archive time-stamp (EN 319 142-1, 6).
struct Completion {
    std::string requestId;
    std::string agencyId;
    std::string keyId;
    std::string target;   ///< "B-T", "B-LT", "B-LTA"
    std::string reached;  ///< "B-B" and upwards
    CompletionState state = CompletionState::waiting;
    std::int64_t attempts = 0;  ///< that failed since the last success
    Timestamp nextAt;
    std::string error;  ///< name of the last failure; empty when there was none
    Timestamp createdAt;
};

/// After so many failures in a row, about ten days, somebody has to look at it.
inline constexpr std::int64_t kMostAttempts = 50;
/// An archive time-stamp is renewed so long before it can no longer be checked (EN 319 102-1, 5.6).
inline constexpr std::chrono::days kRenewAhead{60};

/// How long to wait after so many failures in a row: a minute, twice as long each time, at most six hours.
std::chrono::minutes pauseAfter(std::int64_t attempts);

}  // namespace congvu::signingdesk

template <>
struct congvu::json::EnumNames<congvu::signingdesk::CompletionState> {
    using State = congvu::signingdesk::CompletionState;
    static constexpr std::array values{
        std::pair{State::waiting, std::string_view{"waiting"}}, std::pair{State::done, std::string_view{"done"}},
        std::pair{State::archived, std::string_view{"archived"}}, std::pair{State::superseded, std::string_view{"superseded"}},
        std::pair{State::givenUp, std::string_view{"given-up"}}};
};
