// SPDX-License-Identifier: Apache-2.0
#include "congvu/time/Clock.h"

#include "Digits.h"

namespace congvu {

namespace {

constexpr std::chrono::hours kVietnamOffset{7};
constexpr std::size_t kDateLength = 10;
constexpr std::size_t kSecondsEnd = 19;  // "2026-11-22T14:03:05"

std::optional<std::chrono::seconds> parseTimeOfDay(std::string_view text) {
    const auto hour = readDigits(text, 0, 2);
    const auto minute = readDigits(text, 3, 2);
    const auto second = readDigits(text, 6, 2);
    if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') {
        return std::nullopt;
    }
    if (*hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

/// Reads ".123…" if it is there and moves `position` behind it; digits after the third are cut off.
std::optional<std::chrono::milliseconds> parseFraction(std::string_view text, std::size_t& position) {
    if (position >= text.size() || text[position] != '.') {
        return std::chrono::milliseconds{0};
    }
    const auto start = ++position;
    int value = 0;
    while (position < text.size() && text[position] >= '0' && text[position] <= '9') {
        if (position - start < 3) {
            value = value * 10 + (text[position] - '0');
        }
        ++position;
    }
    const auto digits = position - start;
    if (digits == 0 || digits > 9) {
        return std::nullopt;
    }
    for (auto missing = digits; missing < 3; ++missing) {
        value *= 10;
    }
    return std::chrono::milliseconds{value};
}

std::optional<std::chrono::minutes> parseOffset(std::string_view text) {
    if (text == "Z" || text == "z") {
        return std::chrono::minutes{0};
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const auto hours = readDigits(text, 1, 2);
    const auto minutes = readDigits(text, 4, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    const auto size = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
    return text[0] == '-' ? -size : size;
}

}  // namespace

std::string toRfc3339(Timestamp at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto sinceMidnight = at - day;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(sinceMidnight).count();
    std::string out = Date{std::chrono::year_month_day{day}}.toString();
    out.push_back('T');
    appendDigits(out, seconds / 3600, 2);
    out.push_back(':');
    appendDigits(out, seconds / 60 % 60, 2);
    out.push_back(':');
    appendDigits(out, seconds % 60, 2);
    out.push_back('.');
    appendDigits(out, sinceMidnight.count() % 1000, 3);
    out.push_back('Z');
    return out;
}

std::optional<Timestamp> parseRfc3339(std::string_view text) {
    if (text.size() < kSecondsEnd + 1 || (text[kDateLength] != 'T' && text[kDateLength] != 't')) {
        return std::nullopt;
    }
    const auto day = Date::parse(text.substr(0, kDateLength));
    const auto timeOfDay = parseTimeOfDay(text.substr(kDateLength + 1, 8));
    auto position = kSecondsEnd;
    const auto fraction = parseFraction(text, position);
    const auto offset = parseOffset(text.substr(position));
    if (!day || !timeOfDay || !fraction || !offset) {
        return std::nullopt;
    }
    return Timestamp{day->sysDays() + *timeOfDay + *fraction - *offset};
}

Date dayInVietnam(Timestamp at) {
    return Date{std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at + kVietnamOffset)}};
}

Timestamp startOfDayInVietnam(Date day) {
    return Timestamp{day.sysDays() - kVietnamOffset};
}

}  // namespace congvu
