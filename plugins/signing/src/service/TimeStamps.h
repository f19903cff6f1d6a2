// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/log/Log.h"
#include "congvu/settings/Settings.h"
#include "congvu/signing/SigningError.h"
#include "congvu/signing/tsp/TimeStampClient.h"
#include "congvu/time/Clock.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

namespace congvu::signingdesk {

/// The configured time-stamp server (settings signing.tsa_url and signing.tsa_timeout_seconds), asked in such a way that a server that is
/// away costs one bounded wait and not one for each document: after a failure it is left alone for a while. Thread-safe.
class TimeStamps {
public:
    /// How long a server that failed is not asked again.
    static constexpr std::chrono::minutes kRest{1};
    /// Bounds of the setting signing.tsa_timeout_seconds, which is waited on a worker's thread.
    static constexpr std::int64_t kShortestWaitSeconds = 1;
    static constexpr std::int64_t kLongestWaitSeconds = 60;

    TimeStamps(settings::Settings& settings, Clock& clock, Log& log) : settings_(settings), clock_(clock), log_(log) {}

    /// True when signatures are to carry a time-stamp.
    [[nodiscard]] bool areWanted() const;
    /// A client for one signature; nothing when the server failed a moment ago.
    [[nodiscard]] std::optional<signing::TimeStampClient> client() const;
    /// The server did not answer or its address is no address: it is left alone for a while, or until the setting names another one, and
    /// operators are told.
    void failed(const signing::SigningError& error);

private:
    settings::Settings& settings_;
    Clock& clock_;
    Log& log_;
    mutable std::mutex mutex_;
    std::string restingUrl_;
    Timestamp restsUntil_;
};

}  // namespace congvu::signingdesk
