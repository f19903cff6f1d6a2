// SPDX-License-Identifier: Apache-2.0
#include "congvu/text/Text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace {

using congvu::text::fold;
using congvu::text::initials;
using congvu::text::isClean;
using congvu::text::sortKey;

TEST(Text, FoldsEveryVietnameseLetterToAscii) {
    EXPECT_EQ(fold("ĂẮẰẲẴẶ ÂẤẦẨẪẬ ĐÊẾỀỂỄỆ ÔỐỒỔỖỘ ƠỚỜỞỠỢ ƯỨỪỬỮỰ ỲÝỶỸỴ ÌÍỈĨỊ"), "aaaaaa aaaaaa deeeeee oooooo oooooo uuuuuu yyyyy iiiii");
    EXPECT_EQ(fold("Đắk Lắk"), "dak lak");
    EXPECT_EQ(fold("đường"), "duong");
}

TEST(Text, FoldsBothSpellingsOfToneMarksAlike) {
    EXPECT_EQ(fold("hoà"), fold("hòa"));
    EXPECT_EQ(fold("thuỷ"), "thuy");
    EXPECT_EQ(fold("thủy"), "thuy");
    EXPECT_EQ(fold("uỷ ban"), fold("Ủy ban"));
}

TEST(Text, FoldsComposedAndDecomposedAlike) {
    EXPECT_EQ(fold("e\xCC\x82\xCC\x81"), fold("ế"));
}

TEST(Text, FoldsOtherLatinLettersToo) {
    EXPECT_EQ(fold("Straße Øst Łódź Æ"), "strasse ost lodz ae");
}

TEST(Text, FoldsWhiteSpaceToOneBlank) {
    EXPECT_EQ(fold("  a\t\n b\xC2\xA0 c  "), "a b c");
}

TEST(Text, KeepsLettersOfOtherScripts) {
    EXPECT_EQ(fold("公務 12/UBND-VX"), "公務 12/ubnd-vx");
}

TEST(Text, NormalizesToNfc) {
    EXPECT_EQ(congvu::text::normalize("Vie\xCC\xA3\xCC\x82t"), "Việt");
    EXPECT_EQ(congvu::text::normalize(""), "");
}

TEST(Text, OrdersNamesAsAVietnameseDictionary) {
    std::vector<std::string> words{"đá", "dù", "ăn", "an", "ân", "ôm", "om", "ơn", "ưa", "ua", "e", "ê", "Ánh", "ánh", "zê", "cha", "dê"};
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return sortKey(a) < sortKey(b); });
    const std::vector<std::string> wanted{"an", "ánh", "Ánh", "ăn", "ân", "cha", "dê", "dù", "đá",
                                          "e",  "ê",   "om",  "ôm", "ơn", "ua",  "ưa", "zê"};
    EXPECT_EQ(words, wanted);
}

TEST(Text, GivesTheWholeSortKeyOfALongText) {
    const std::string text(5'000, 'a');
    EXPECT_LT(sortKey(text), sortKey(text + "b"));
    EXPECT_EQ(sortKey(""), sortKey(""));
}

TEST(Text, CountsCodePoints) {
    EXPECT_EQ(congvu::text::length("đường"), 5U);
    EXPECT_EQ(congvu::text::length(""), 0U);
}

TEST(Text, IsCleanOnlyWithoutControlCharactersAndBrokenUtf8) {
    EXPECT_TRUE(isClean("Đúng\tvà\nđủ"));
    EXPECT_TRUE(isClean(""));
    EXPECT_FALSE(isClean("a\x01"));
    EXPECT_FALSE(isClean(std::string_view{"a\0b", 3}));
    EXPECT_FALSE(isClean("a\x7F"));
    EXPECT_FALSE(isClean("\xC2\x85"));
    EXPECT_FALSE(isClean("\xC3"));
    EXPECT_FALSE(isClean("\xED\xA0\x80"));
    EXPECT_FALSE(isClean("\xC0\xAF"));
}

TEST(Text, TakesInitialsOfTheFirstAndTheLastWord) {
    EXPECT_EQ(initials("Nguyễn Văn An"), "NA");
    EXPECT_EQ(initials("  đặng thị ánh "), "ĐÁ");
    EXPECT_EQ(initials("Hoà"), "H");
    EXPECT_EQ(initials(""), "");
}

}  // namespace
