// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <string>

namespace congvu::core {

/// A stored session. The token itself is never stored.
struct SessionRecord {
    std::string id;
    std::string tokenHash;  ///< SHA-256, hex
    std::string personId;
    std::string postId;     ///< acting post, always one of the person's own
    std::string mandateId;  ///< of the mandate it acts by; empty for the own post
    std::string csrfToken;
    Timestamp createdAt;
    Timestamp lastSeenAt;
    std::string address;
    std::string userAgent;
};

/// How long sessions live.
struct SessionLimits {
    std::chrono::hours idle{8};
    std::chrono::hours absolute{168};

    [[nodiscard]] bool isOver(Timestamp createdAt, Timestamp lastSeenAt, Timestamp now) const {
        return now >= lastSeenAt + idle || now >= createdAt + absolute;
    }
};

}  // namespace congvu::core
