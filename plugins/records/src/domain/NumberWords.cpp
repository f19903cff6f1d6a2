// SPDX-License-Identifier: Apache-2.0
#include "domain/NumberWords.h"

#include <array>
#include <string_view>

namespace congvu::records {

namespace {

constexpr std::array<std::string_view, 10> kDigits{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

void append(std::string& text, std::string_view word) {
    text += text.empty() ? "" : " ";
    text += word;
}

void appendUnits(std::string& text, std::int64_t tens, std::int64_t units) {
    if (units == 0) {
        return;
    }
    if (units == 1 && tens > 1) {
        append(text, "mốt");
    } else if (units == 5 && tens > 0) {
        append(text, "lăm");
    } else {
        append(text, kDigits.at(static_cast<std::size_t>(units)));
    }
}

}  // namespace

std::string numberInWords(std::int64_t number) {
    constexpr std::int64_t kMost = 9'999;
    if (number < 0 || number > kMost) {
        return std::to_string(number);
    }
    if (number == 0) {
        return std::string{kDigits[0]};
    }
    std::string text;
    const auto digit = [&](std::int64_t value) { append(text, kDigits.at(static_cast<std::size_t>(value))); };
    if (number >= 1000) {
        digit(number / 1000);
        append(text, "nghìn");
    }
    const auto rest = number % 1000;
    const auto tens = rest / 10 % 10;
    if (rest >= 100 || (number >= 1000 && rest > 0)) {
        digit(rest / 100);
        append(text, "trăm");
    }
    if (tens > 1) {
        digit(tens);
        append(text, "mươi");
    } else if (tens == 1) {
        append(text, "mười");
    } else if (rest % 10 > 0 && !text.empty()) {
        append(text, "linh");
    }
    appendUnits(text, tens, rest % 10);
    return text;
}

}  // namespace congvu::records
