// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/VietnameseCase.h"

#include "domain/FileName.h"

#include "congvu/text/Text.h"

#include <gtest/gtest.h>

namespace congvu::incoming {

TEST(VietnameseCase, LowersEveryLetterOfTheAlphabet) {
    EXPECT_EQ(toLowerVietnamese("AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ 123-/"),
              "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ 123-/");
}

TEST(VietnameseCase, TellsNamesFromOtherWords) {
    EXPECT_TRUE(isCapitalisedWord("Nguyễn"));
    EXPECT_TRUE(isCapitalisedWord("Đỗ"));
    EXPECT_FALSE(isCapitalisedWord("NGUYỄN"));
    EXPECT_FALSE(isCapitalisedWord("nguyễn"));
    EXPECT_FALSE(isCapitalisedWord("Nguyễn,"));
    EXPECT_TRUE(isAllCapitals("UỶ BAN NHÂN DÂN 12/KH"));
    EXPECT_FALSE(isAllCapitals("Uỷ ban"));
    EXPECT_FALSE(isAllCapitals("123"));
}

TEST(VietnameseCase, WritesAgencyNamesAsRunningTextDoes) {
    EXPECT_EQ(agencyNameInRunningText("UỶ BAN NHÂN DÂN TỈNH LÂM ĐỒNG"), "Uỷ ban nhân dân tỉnh Lâm Đồng");
    EXPECT_EQ(agencyNameInRunningText("SỞ KHOA HỌC VÀ CÔNG NGHỆ"), "Sở Khoa học và Công nghệ");
    EXPECT_EQ(agencyNameInRunningText("SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH"), "Sở Văn hoá, Thể thao và Du lịch");
    EXPECT_EQ(agencyNameInRunningText("VĂN PHÒNG CHÍNH PHỦ"), "Văn phòng Chính phủ");
    EXPECT_EQ(agencyNameInRunningText("UBND THÀNH PHỐ ĐÀ LẠT"), "UBND thành phố Đà Lạt");
    EXPECT_EQ(agencyNameInRunningText("VĂN PHÒNG HĐND VÀ UBND"), "Văn phòng HĐND và UBND");
    EXPECT_EQ(agencyNameInRunningText("HUYỆN UỶ HÀM TÂN"), "Huyện uỷ Hàm Tân");
    EXPECT_EQ(agencyNameInRunningText("CHI CỤC THUẾ HUYỆN VĂN LÂM"), "Chi cục Thuế huyện Văn Lâm");
}

TEST(FileName, KeepsOnlyTheLastPartOfAPath) {
    EXPECT_EQ(cleanFileName("../../etc/passwd"), "passwd");
    EXPECT_EQ(cleanFileName("C:\\tai lieu\\công văn.pdf"), "công văn.pdf");
    EXPECT_EQ(cleanFileName("..\\..\\x.pdf"), "x.pdf");
}

TEST(FileName, IsNeverEmptyAndNeverOnlyDots) {
    for (const auto* hostile : {"", ".", "..", "../", "   ", "...", "\x01\x02"}) {
        EXPECT_EQ(cleanFileName(hostile), "van-ban.pdf") << hostile;
    }
}

TEST(FileName, CutsLongNamesAtACharacterAndKeepsTheExtension) {
    std::string name;
    for (int i = 0; i < 300; ++i) {
        name += "ệ";
    }
    const auto cleaned = cleanFileName(name + ".pdf");
    EXPECT_EQ(text::length(cleaned), 200U);
    EXPECT_TRUE(cleaned.ends_with("ệ.pdf"));
}

}  // namespace congvu::incoming
