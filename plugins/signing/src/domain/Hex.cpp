// SPDX-License-Identifier: Apache-2.0
#include "domain/Hex.h"

namespace congvu::signingdesk {

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

int digitValue(char digit) {
    const auto found = kDigits.find(digit);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

}  // namespace

std::string toHex(const std::vector<std::uint8_t>& bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::optional<std::vector<std::uint8_t>> fromHex(std::string_view text) {
    if (text.size() % 2 != 0) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const int high = digitValue(text[at]);
        const int low = digitValue(text[at + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

}  // namespace congvu::signingdesk
