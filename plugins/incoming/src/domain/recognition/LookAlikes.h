// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace congvu::incoming {

/// A digit as it was recognised.
struct RecognisedDigit {
    char digit = '0';
    bool isRepaired = false;  ///< a letter of the same shape stood there
};

/// The digit that a character is or looks like: "O" for 0, "l" for 1, "S" for 5.
std::optional<RecognisedDigit> digitLike(char c);

/// True when `text` has at most one character that differs from `wanted`, at the same length.
bool isNearly(std::string_view text, std::string_view wanted);

}  // namespace congvu::incoming
