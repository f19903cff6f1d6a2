// SPDX-License-Identifier: Apache-2.0
#include "congvu/figures/PageLink.h"

namespace congvu::figures {

namespace {

/// The comma stays as it is: RFC 3986 allows it in a query.
bool standsForItself(unsigned char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-' ||
           letter == '_' || letter == '.' || letter == '~' || letter == ',';
}

std::string encoded(std::string_view value) {
    constexpr std::string_view kHexDigits = "0123456789ABCDEF";
    std::string text;
    for (const char character : value) {
        const auto letter = static_cast<unsigned char>(character);
        if (standsForItself(letter)) {
            text += character;
        } else {
            text += '%';
            text += kHexDigits[letter >> 4U];
            text += kHexDigits[letter & 15U];
        }
    }
    return text;
}

}  // namespace

PageLink& PageLink::with(std::string_view name, std::string_view value) {
    if (!value.empty()) {
        text_ += (text_.find('?') == std::string::npos ? "?" : "&") + std::string{name} + '=' + encoded(value);
    }
    return *this;
}

PageLink& PageLink::withList(std::string_view name, const std::vector<std::string>& values) {
    std::string list;
    for (const auto& value : values) {
        list += (list.empty() ? "" : ",") + (value.empty() ? std::string{"-"} : value);
    }
    return with(name, list);
}

}  // namespace congvu::figures
