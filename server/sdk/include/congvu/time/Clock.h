// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Date.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace congvu {

/// A point in time, milliseconds since 1970-01-01T00:00Z. Database form: BIGINT of those milliseconds.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// RFC 3339 UTC with milliseconds, for example "2026-11-22T14:03:05.123Z".
std::string toRfc3339(Timestamp at);
/// Reads RFC 3339 with any offset; nothing on any other text.
std::optional<Timestamp> parseRfc3339(std::string_view text);
/// The civil day in Viet Nam (UTC+7, no daylight saving since 1975).
Date dayInVietnam(Timestamp at);
/// Midnight at the start of that day in Viet Nam.
Timestamp startOfDayInVietnam(Date day);

/// Where time comes from. Tests move a virtual clock; nothing else in the product asks the system for the time.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
    [[nodiscard]] Date today() const { return dayInVietnam(now()); }
};

}  // namespace congvu
