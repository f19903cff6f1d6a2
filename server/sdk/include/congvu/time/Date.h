// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu {

/// A day in the civil calendar, without time zone. JSON and database form: "YYYY-MM-DD".
class Date {
public:
    Date() = default;
    constexpr explicit Date(std::chrono::year_month_day day) : day_(day) {}
    constexpr Date(int year, unsigned month, unsigned day)
        : day_(std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}) {}

    /// Accepts "YYYY-MM-DD" of a real day, nothing else.
    static std::optional<Date> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
    /// Vietnamese form "dd/MM/yyyy".
    [[nodiscard]] std::string toDisplay() const;

    [[nodiscard]] int year() const { return static_cast<int>(day_.year()); }
    [[nodiscard]] unsigned month() const { return static_cast<unsigned>(day_.month()); }
    [[nodiscard]] unsigned dayOfMonth() const { return static_cast<unsigned>(day_.day()); }
    [[nodiscard]] std::chrono::weekday weekday() const { return std::chrono::weekday{std::chrono::sys_days{day_}}; }
    [[nodiscard]] Date plusDays(int days) const {
        return Date{std::chrono::year_month_day{std::chrono::sys_days{day_} + std::chrono::days{days}}};
    }
    [[nodiscard]] std::chrono::sys_days sysDays() const { return std::chrono::sys_days{day_}; }

    friend constexpr auto operator<=>(const Date& a, const Date& b) { return a.day_ <=> b.day_; }
    friend constexpr bool operator==(const Date& a, const Date& b) { return a.day_ == b.day_; }

private:
    std::chrono::year_month_day day_{std::chrono::year{1970}, std::chrono::month{1}, std::chrono::day{1}};
};

}  // namespace congvu
