// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/Time.h"

#include <cstdio>

#include "congvu/signing/SigningError.h"

namespace congvu::signing {

std::string toIso8601(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return buffer;
}

Instant fromIso8601(std::string_view text) {
    int year = 0;
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    unsigned month = 0;
    unsigned day = 0;
    int used = 0;
    const std::string copy(text);
    const bool full = std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ%n", &year, &month, &day, &hours, &minutes, &seconds, &used) == 6;
    if (!full) {
        hours = minutes = seconds = 0;
        std::sscanf(copy.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &used);
    }
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    const bool inRange = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
    if (static_cast<std::size_t>(used) != copy.size() || used == 0 || !date.ok() || !inRange) {
        throw SigningError(ErrorCode::invalidArgument, "not a time like 2026-03-05T07:08:09Z");
    }
    return std::chrono::sys_days{date} + std::chrono::hours{hours} + std::chrono::minutes{minutes} + std::chrono::seconds{seconds};
}

}  // namespace congvu::signing
