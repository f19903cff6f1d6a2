// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace congvu::core {

/// User names are ASCII and compared without regard to upper and lower case.
inline std::string usernameKey(std::string_view username) {
    std::string key{username};
    std::transform(key.begin(), key.end(), key.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return key;
}

/// 3 to 60 letters, digits, dots, hyphens, underscores and at signs, beginning with a letter or digit.
inline bool isUsername(std::string_view text) {
    const auto isAlphanumeric = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return text.size() >= 3 && text.size() <= 60 && isAlphanumeric(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return isAlphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '@'; });
}

}  // namespace congvu::core
