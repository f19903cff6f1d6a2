// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace congvu::signing {

/// A moment in UTC. The library never reads a clock: every caller passes the time it means.
using Instant = std::chrono::sys_seconds;

/// "2026-03-05T07:08:09Z" (ISO 8601, UTC).
std::string toIso8601(Instant instant);

/// Reads "2026-03-05T07:08:09Z" or "2026-03-05". Throws SigningError(invalidArgument) otherwise.
Instant fromIso8601(std::string_view text);

}  // namespace congvu::signing
