// SPDX-License-Identifier: Apache-2.0
#include "http/LocalOrigin.h"

#include <algorithm>

namespace congvu::host {

namespace {

bool dropPrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

bool isLocalOrigin(std::string_view text) {
    constexpr std::size_t kLongestPort = 5;
    if (!dropPrefix(text, "http://") && !dropPrefix(text, "https://")) {
        return false;
    }
    if (!dropPrefix(text, "127.0.0.1") && !dropPrefix(text, "localhost")) {
        return false;
    }
    if (text.empty()) {
        return true;
    }
    const auto port = text.substr(1);
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return text.front() == ':' && !port.empty() && port.size() <= kLongestPort && std::all_of(port.begin(), port.end(), isDigit);
}

}  // namespace congvu::host
