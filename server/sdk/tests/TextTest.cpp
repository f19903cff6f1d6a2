// SPDX-License-Identifier: Apache-2.0
#include "congvu/text/Text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using congvu::text::fold;
using congvu::text::initials;
using congvu::text::isClean;
using congvu::text::sortKey;

std::string utf8Of(char32_t letter) {
    const auto rest = [letter](unsigned int shift) { return static_cast<char>(0x80U | ((letter >> shift) & 0x3FU)); };
    if (letter < 0x80) {
        return {static_cast<char>(letter)};
    }
    if (letter < 0x800) {
        return {static_cast<char>(0xC0U | (letter >> 6U)), rest(0)};
    }
    return {static_cast<char>(0xE0U | (letter >> 12U)), rest(6), rest(0)};
}

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

/// A letter of another script sends the whole text through ICU's rules.
TEST(Text, FoldsLatinFromItsTableAsTheRulesDo) {
    const std::string foreign = "x公";
    std::vector<char32_t> letters;
    for (const auto& [first, end] : {std::pair{1, 0x370}, {0x1E00, 0x1F00}, {0x2000, 0x2070}}) {
        for (int letter = first; letter < end; ++letter) {
            letters.push_back(static_cast<char32_t>(letter));
            const auto alone = "x" + utf8Of(letters.back());
            EXPECT_EQ(fold(alone + foreign), fold(alone + "x") + "公") << letter;
        }
    }
    std::mt19937 random{20'251'123};
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (auto length = random() % 30; length > 0; --length) {
            text += utf8Of(letters[random() % letters.size()]);
        }
        EXPECT_EQ(fold(text + foreign), fold(text + "x") + "公") << text;
    }
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
