// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace congvu {

/// Reads exactly `count` decimal digits at `start`; nothing when one of them is missing or not a digit. Inside of the sdk only.
inline std::optional<int> readDigits(std::string_view text, std::size_t start, std::size_t count) {
    if (start + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (const char digit : text.substr(start, count)) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        value = value * 10 + (digit - '0');
    }
    return value;
}

/// Appends `value` with leading zeros to at least `width` digits. Inside of the sdk only.
inline void appendDigits(std::string& out, long long value, std::size_t width) {
    const auto digits = std::to_string(value);
    if (digits.size() < width) {
        out.append(width - digits.size(), '0');
    }
    out += digits;
}

}  // namespace congvu
