// SPDX-License-Identifier: Apache-2.0
#include "congvu/time/Date.h"

#include "Digits.h"

namespace congvu {

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = readDigits(text, 0, 4);
    const auto month = readDigits(text, 5, 2);
    const auto day = readDigits(text, 8, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return Date{date};
}

std::string Date::toString() const {
    std::string out;
    appendDigits(out, year(), 4);
    out.push_back('-');
    appendDigits(out, month(), 2);
    out.push_back('-');
    appendDigits(out, dayOfMonth(), 2);
    return out;
}

std::string Date::toDisplay() const {
    std::string out;
    appendDigits(out, dayOfMonth(), 2);
    out.push_back('/');
    appendDigits(out, month(), 2);
    out.push_back('/');
    appendDigits(out, year(), 4);
    return out;
}

}  // namespace congvu
