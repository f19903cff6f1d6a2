// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::signing::pdf {

/// Code points of UTF-8; a byte that is not UTF-8 becomes U+FFFD.
std::vector<char32_t> codePointsOf(std::string_view utf8);

void appendUtf8(std::string& out, char32_t codePoint);

/// The text with every wrong sequence replaced by U+FFFD.
std::string validUtf8(std::string_view bytes);

/// UTF-16BE with byte order mark, as PDF text strings have it.
std::string utf16TextString(std::string_view utf8);

/// UTF-8 of UTF-16BE without mark; unpaired surrogates become U+FFFD.
std::string utf8OfUtf16(std::string_view bigEndian);

}  // namespace congvu::signing::pdf
