// SPDX-License-Identifier: Apache-2.0
#include "congvu/calendar/OfficeHours.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace congvu::calendar {

namespace {

constexpr std::size_t kMostSpans = 4;
constexpr std::chrono::minutes kDay{24 * 60};

std::string_view withoutBlanks(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<int> twoDigits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isRead = error == std::errc{} && end == text.data() + text.size() && text.size() == 2 && value >= 0;
    return isRead ? std::optional{value} : std::nullopt;
}

/// "07:30" as minutes since midnight.
std::optional<std::chrono::minutes> timeOfDay(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    const auto hours = twoDigits(text.substr(0, 2));
    const auto minutes = twoDigits(text.substr(3, 2));
    const bool isTime = hours && minutes && *minutes < 60 && *hours * 60 + *minutes <= kDay.count();
    return isTime ? std::optional{std::chrono::minutes{*hours * 60 + *minutes}} : std::nullopt;
}

std::string displayOf(std::chrono::minutes time) {
    const auto twoPlaces = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return twoPlaces(time.count() / 60) + ':' + twoPlaces(time.count() % 60);
}

}  // namespace

std::optional<OfficeHours::Span> OfficeHours::spanOf(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto from = timeOfDay(withoutBlanks(text.substr(0, dash)));
    const auto until = timeOfDay(withoutBlanks(text.substr(dash + 1)));
    return from && until && *from < *until ? std::optional{Span{*from, *until}} : std::nullopt;
}

std::optional<OfficeHours> OfficeHours::parse(std::string_view text) {
    OfficeHours hours;
    std::size_t start = 0;
    while (start <= text.size()) {
        const auto end = std::min(text.find(',', start), text.size());
        const auto span = spanOf(text.substr(start, end - start));
        const bool isNext = span && (hours.spans_.empty() || hours.spans_.back().until < span->from);
        if (!isNext || hours.spans_.size() == kMostSpans) {
            return std::nullopt;
        }
        hours.spans_.push_back(*span);
        start = end + 1;
    }
    return hours;
}

std::chrono::minutes OfficeHours::perDay() const {
    return passed(kDay);
}

std::chrono::minutes OfficeHours::passed(std::chrono::minutes sinceMidnight) const {
    std::chrono::minutes sum{0};
    for (const auto& span : spans_) {
        sum += std::clamp(sinceMidnight, span.from, span.until) - span.from;
    }
    return sum;
}

std::string OfficeHours::toString() const {
    std::string text;
    for (const auto& span : spans_) {
        text += (text.empty() ? "" : ", ") + displayOf(span.from) + '-' + displayOf(span.until);
    }
    return text;
}

}  // namespace congvu::calendar
