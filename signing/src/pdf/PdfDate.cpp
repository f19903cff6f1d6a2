// SPDX-License-Identifier: Apache-2.0
#include "pdf/PdfDate.h"

namespace congvu::signing::pdf {
namespace {

/// Takes up to `digits` digits from the front; `otherwise` when there are none, nothing when there are too few.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits, int otherwise) {
    if (text.empty() || text.front() < '0' || text.front() > '9') {
        return otherwise;
    }
    int value = 0;
    for (std::size_t index = 0; index < digits; ++index) {
        if (index >= text.size() || text[index] < '0' || text[index] > '9') {
            return std::nullopt;
        }
        value = value * 10 + (text[index] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

/// Offset from UTC: "Z", "+07'00'" or nothing.
std::optional<std::chrono::minutes> takeOffset(std::string_view text) {
    if (text.empty() || text.front() == 'Z') {
        return std::chrono::minutes{0};
    }
    const int sign = text.front() == '-' ? -1 : 1;
    if (text.front() != '-' && text.front() != '+') {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto hours = takeNumber(text, 2, 0);
    if (!text.empty() && text.front() == '\'') {
        text.remove_prefix(1);
    }
    const auto minutes = takeNumber(text, 2, 0);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    return sign * (std::chrono::hours{*hours} + std::chrono::minutes{*minutes});
}

}  // namespace

std::optional<Instant> instantOfPdfDate(std::string_view text) {
    if (text.substr(0, 2) == "D:") {
        text.remove_prefix(2);
    }
    if (text.size() < 4) {
        return std::nullopt;
    }
    const auto year = takeNumber(text, 4, -1);
    const auto month = takeNumber(text, 2, 1);
    const auto day = takeNumber(text, 2, 1);
    const auto hour = takeNumber(text, 2, 0);
    const auto minute = takeNumber(text, 2, 0);
    const auto second = takeNumber(text, 2, 0);
    const auto offset = takeOffset(text);
    if (!year || !month || !day || !hour || !minute || !second || !offset || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days{date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second} -
           *offset;
}

}  // namespace congvu::signing::pdf
