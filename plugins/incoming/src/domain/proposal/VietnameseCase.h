// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::incoming {

/// Lower case of Vietnamese text in NFC: every letter of the Vietnamese alphabet with its marks; other characters stay.
std::string toLowerVietnamese(std::string_view utf8);
/// The first letter in upper case, the rest as it is.
std::string withFirstUpper(std::string_view utf8);
/// True when the text has a letter and no lower-case letter.
bool isAllCapitals(std::string_view utf8);
/// How many of the letters are capitals, 0…1; 0 without letters.
double shareOfCapitals(std::string_view utf8);
/// Upper case of Vietnamese text in NFC; other characters stay.
std::string toUpperVietnamese(std::string_view utf8);
/// True when the first letter is a capital and all others are small: "Nguyễn".
bool isCapitalisedWord(std::string_view utf8);

/// Writes the name of an agency that stands in capitals on a document the way running text does (Decree 30/2020, Appendix II):
/// "UỶ BAN NHÂN DÂN TỈNH LÂM ĐỒNG" → "Uỷ ban nhân dân tỉnh Lâm Đồng", "SỞ KHOA HỌC VÀ CÔNG NGHỆ" → "Sở Khoa học và Công nghệ".
std::string agencyNameInRunningText(std::string_view capitals);

}  // namespace congvu::incoming
