// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::calendar {

/// The hours of a working day in which an office works, for example "07:30-11:30, 13:30-17:00": one to four spans in their order.
class OfficeHours {
public:
    /// Nothing for a text that is no such list, or whose spans are empty or meet.
    static std::optional<OfficeHours> parse(std::string_view text);

    [[nodiscard]] std::chrono::minutes perDay() const;
    /// How much of a working day's hours is over at that time of the day.
    [[nodiscard]] std::chrono::minutes passed(std::chrono::minutes sinceMidnight) const;
    /// As parse reads it.
    [[nodiscard]] std::string toString() const;

private:
    struct Span {
        std::chrono::minutes from;
        std::chrono::minutes until;
    };
    static std::optional<Span> spanOf(std::string_view text);

    std::vector<Span> spans_;
};

}  // namespace congvu::calendar
