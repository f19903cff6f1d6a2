// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvu::text {

/// Unicode NFC. Every text that enters the product passes through it once (docs/architecture.md §6).
std::string normalize(std::string_view utf8);
/// For searching: no marks, đ → d, lower case, both tone spellings equal (hoà = hòa → "hoa"), white space folded to one blank.
std::string fold(std::string_view utf8);
/// ICU collation key of the Vietnamese locale, hex; ordering by it orders names as a Vietnamese dictionary does.
std::string sortKey(std::string_view utf8);
/// Number of user-visible characters (grapheme clusters are not split; code points are counted).
std::size_t length(std::string_view utf8);
/// True when the bytes are valid UTF-8 without control characters other than tab and newline.
bool isClean(std::string_view utf8);
/// Initials for an avatar: first letters of the first and the last word ("Nguyễn Văn An" → "NA").
std::string initials(std::string_view personName);

}  // namespace congvu::text
