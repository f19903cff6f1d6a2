// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <cstdint>
#include <string>

namespace congvu::host {

/// An event that its subscriber could not take in twelve attempts; it waits for the administrator.
struct ParkedEvent {
    std::string id;  ///< "<subscriber>:<sequence>"
    std::string event;
    std::string subscriber;
    std::string error;  ///< of the last attempt
    std::int64_t attempts = 0;
    Timestamp at;  ///< of the last attempt
};

}  // namespace congvu::host
