// SPDX-License-Identifier: Apache-2.0
#include "sessions/domain/PasswordRules.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>

namespace congvu::core {

namespace {

constexpr std::size_t kShortest = 10;
constexpr std::size_t kLongest = 128;

/// Beginnings of what people choose when they must choose something, without marks and in lower case.
constexpr std::array<std::string_view, 24> kCommon{"1234567890", "0123456789", "0987654321", "9876543210", "password12", "password@1",
                                                   "passw0rd",   "matkhau123", "matkhau@12", "qwertyuiop", "qwerty1234", "asdfghjkl",
                                                   "1qaz2wsx3e", "zaq12wsxcd", "abcd123456", "abc1234567", "a123456789", "admin12345",
                                                   "admin@1234", "vietnam123", "vietnam@12", "iloveyou12", "welcome123", "congvu1234"};

std::string compact(std::string_view text) {
    auto folded = text::fold(text);
    std::erase(folded, ' ');
    return folded;
}

bool isLikeName(const std::string& folded, std::string_view personName, std::string_view username) {
    const auto name = compact(personName);
    const auto user = compact(username);
    const auto contains = [&](const std::string& part) {
        // A name with a few figures behind it is still the name.
        return part.size() >= 4 && folded.find(part) != std::string::npos && folded.size() < part.size() + 5;
    };
    return contains(name) || contains(user);
}

}  // namespace

std::string passwordFault(std::string_view password, std::string_view personName, std::string_view username) {
    const auto length = text::length(password);
    if (length < kShortest) {
        return "too-short";
    }
    if (length > kLongest) {
        return "too-long";
    }
    const auto folded = compact(password);
    if (isLikeName(folded, personName, username)) {
        return "core.password-like-name";
    }
    const bool isOneLetter = folded.find_first_not_of(folded.front()) == std::string::npos;
    const bool isCommon = std::any_of(kCommon.begin(), kCommon.end(), [&](std::string_view common) { return folded.starts_with(common); });
    return isOneLetter || isCommon ? "core.password-common" : "";
}

}  // namespace congvu::core
