// SPDX-License-Identifier: Apache-2.0
#include "service/TimeStamps.h"

#include <algorithm>

namespace congvu::signingdesk {

bool TimeStamps::areWanted() const {
    return !settings_.text("signing.tsa_url").empty();
}

std::optional<signing::TimeStampClient> TimeStamps::client() const {
    const auto url = settings_.text("signing.tsa_url");
    const std::lock_guard guard{mutex_};
    if (url == restingUrl_ && clock_.now() < restsUntil_) {
        return std::nullopt;
    }
    const auto seconds = std::clamp(settings_.number("signing.tsa_timeout_seconds"), kShortestWaitSeconds, kLongestWaitSeconds);
    return signing::TimeStampClient{url, std::chrono::seconds{seconds}};
}

void TimeStamps::failed(const signing::SigningError& error) {
    const std::lock_guard guard{mutex_};
    restingUrl_ = settings_.text("signing.tsa_url");
    restsUntil_ = clock_.now() + kRest;
    log_.warn("signing.time-stamp-missing", {{"reason", std::string{signing::nameOf(error.code())}}});
}

}  // namespace congvu::signingdesk
