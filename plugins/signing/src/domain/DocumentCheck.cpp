// SPDX-License-Identifier: Apache-2.0
#include "domain/DocumentCheck.h"

#include <cctype>
#include <random>

namespace congvu::signingdesk {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 10;

/// Crockford: I and L are read as 1, O as 0.
char meant(char typed) {
    const auto upper = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
    if (upper == 'I' || upper == 'L') {
        return '1';
    }
    return upper == 'O' ? '0' : upper;
}

}  // namespace

std::string newCheckCode() {
    std::random_device random;  // the kernel's
    std::uniform_int_distribution<std::size_t> letter{0, kAlphabet.size() - 1};
    std::string code;
    while (code.size() < kLength) {
        code += kAlphabet[letter(random)];
    }
    return code;
}

std::optional<std::string> checkCodeFrom(std::string_view typed) {
    std::string code;
    for (const char one : typed) {
        if (one == '-' || one == ' ') {
            continue;
        }
        const char letter = meant(one);
        if (kAlphabet.find(letter) == std::string_view::npos || code.size() == kLength) {
            return std::nullopt;
        }
        code += letter;
    }
    return code.size() == kLength ? std::optional{code} : std::nullopt;
}

}  // namespace congvu::signingdesk
