// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/AgencyWords.h"
#include "domain/recognition/RecognisedDate.h"
#include "domain/recognition/RecognisedSymbol.h"
#include "domain/recognition/VietnameseSyllable.h"

#include "PageBuilder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace congvu::incoming {

namespace {

std::string readAs(const std::string& text) {
    const auto found = parseRecognisedSymbol(text);
    return found ? (found->isRepaired ? "~" : "") + found->symbol.text() : "none";
}

/// The date of a line of words, with "~" when letters were taken for digits.
std::string dateIn(const std::string& text) {
    testing::PageBuilder page;
    page.recognised(0.9).at(text, 300, 100);
    const auto lines = page.text();
    const auto found = recognisedDateIn(lines.lines().front().tokens());
    return found ? (found->isRepaired ? "~" : "") + found->day.toString() : "none";
}

}  // namespace

TEST(RecognisedSymbol, TakesCleanSymbolsOfEveryGrammarAsTheyAre) {
    for (const auto* symbol : {"237/SNV-CCHC", "15/2026/QĐ-UBND", "11-CT/TU", "45-CV/TU", "1245/QĐ-TTg", "08/TTr-UBND", "12/CV-UBND"}) {
        EXPECT_EQ(readAs(symbol), symbol);
    }
    EXPECT_EQ(readAs("237 / SNV - CCHC"), "237/SNV-CCHC");
    EXPECT_EQ(readAs("237/SNV–CCHC"), "237/SNV-CCHC");
    EXPECT_EQ(readAs("237/SNV-CCHC ."), "237/SNV-CCHC") << "dust behind it";
}

TEST(RecognisedSymbol, PutsSlipsInOrderAndSaysSo) {
    const std::vector<std::pair<std::string, std::string>> slips{{"2S7/SNV-CCHC", "~257/SNV-CCHC"}, {"l5/QĐ-UBND", "~15/QĐ-UBND"},
                                                                 {"15/QD-UBND", "~15/QĐ-UBND"},     {"15/QĐ-ÚBND", "~15/QĐ-UBND"},
                                                                 {"15|QĐ-UBND", "15/QĐ-UBND"},      {"15/QÐ-UBND", "15/QĐ-UBND"},
                                                                 {"1 5/QĐ-UBND", "~15/QĐ-UBND"},    {"15/QĐ-UBND_VX", "15/QĐ-UBND-VX"},
                                                                 {"15/TTR-UBND", "~15/TTr-UBND"},   {"12/HDND-VP", "~12/HĐND-VP"}};
    for (const auto& [recognised, wanted] : slips) {
        EXPECT_EQ(readAs(recognised), wanted) << recognised;
    }
}

TEST(RecognisedSymbol, MakesNoSymbolOfOtherText) {
    for (const auto* text : {"", "Ví Dụ", "/UBND-VX", "QĐ-UBND", "ngày 15", "15", "SO/UBND"}) {
        EXPECT_EQ(readAs(text), "none") << text;
    }
}

TEST(RecognisedSymbol, KnowsTheLabelInItsMisreadForms) {
    for (const auto* label : {"so", "so:", "s6:", "so.", "so;"}) {
        EXPECT_TRUE(isRecognisedNumberLabel(label)) << label;
    }
    EXPECT_FALSE(isRecognisedNumberLabel("son"));
    EXPECT_FALSE(isRecognisedNumberLabel("cong"));
}

TEST(RecognisedDate, IsFoundWhateverBlanksAreLost) {
    EXPECT_EQ(dateIn("Ví Dụ, ngày 05 tháng 3 năm 2026"), "2026-03-05");
    EXPECT_EQ(dateIn("Ví Dụ, ngày05 tháng3 năm2026"), "2026-03-05");
    EXPECT_EQ(dateIn("Ví Dụ, ngày 0 5 thá ng 12 năm 2026"), "2026-12-05");
    EXPECT_EQ(dateIn("Ví Dụ,ngày 5 tháng 11 năm 2026 ."), "2026-11-05");
}

TEST(RecognisedDate, AllowsOneWrongLetterInEachWordAndSaysWhereDigitsWereGuessed) {
    EXPECT_EQ(dateIn("Ví Dụ, ngảy 05 thảng 3 nảm 2026"), "2026-03-05");
    EXPECT_EQ(dateIn("Ví Dụ, nqày 05 tháug 3 nám 2026"), "2026-03-05");
    EXPECT_EQ(dateIn("Ví Dụ, ngày O5 tháng 3 năm 2026"), "~2026-03-05");
    EXPECT_EQ(dateIn("Ví Dụ, ngày l5 tháng l2 năm 2O26"), "~2026-12-15");
}

TEST(RecognisedDate, FindsOnlyRealDays) {
    EXPECT_EQ(dateIn("Ví Dụ, ngày 31 tháng 02 năm 2026"), "none");
    EXPECT_EQ(dateIn("Ví Dụ, ngày   tháng 02 năm 2026"), "none");
    EXPECT_EQ(dateIn("Ví Dụ, ngày 01 tháng 02 năm 202"), "none");
}

TEST(AgencyWords, PutTheUsualMarksOnKindsFieldsAndProvinces) {
    const std::vector<std::pair<std::string, std::string>> names{{"Uý ban nhân dân tính Lâm Đông", "Uỷ ban nhân dân tỉnh Lâm Đồng"},
                                                                 {"Ủy ban nhân dân tỉnh Khánh Hòa", "Ủy ban nhân dân tỉnh Khánh Hòa"},
                                                                 {"Sở Khoa hoc và Công nghê", "Sở Khoa học và Công nghệ"},
                                                                 {"Văn phòng Chinh phủ", "Văn phòng Chính phủ"},
                                                                 {"Tinh uỷ Lâm Đồng", "Tỉnh uỷ Lâm Đồng"}};
    for (const auto& [recognised, wanted] : names) {
        const auto reading = readAgencyName(recognised);
        EXPECT_EQ(reading.name, wanted);
        EXPECT_TRUE(reading.properNames.empty()) << reading.properNames.front();
    }
}

TEST(AgencyWords, LeaveProperNamesAsTheyWereReadAndNameThem) {
    const auto commune = readAgencyName("Ủy ban nhân dân xã Quán Hàu");
    EXPECT_EQ(commune.name, "Ủy ban nhân dân xã Quán Hàu") << "not quận";
    EXPECT_EQ(commune.properNames, std::vector<std::string>{"Quán Hàu"});
    EXPECT_EQ(readAgencyName("Đảng ủy phường Bình Minh").properNames, std::vector<std::string>{"Bình Minh"});
    EXPECT_EQ(readAgencyName("Ủy ban nhân dân xã Hoà Bình").properNames, std::vector<std::string>{"Hoà Bình"})
        << "a commune, not the province";
}

TEST(VietnameseSyllables, TellReadableTextFromScrambledText) {
    const auto look = [](const std::string& text) {
        TextLook found;
        std::string word;
        for (const char c : text + ' ') {
            if (c == ' ') {
                found.add(word);
                word.clear();
            } else {
                word += c;
            }
        }
        return found.isReadable();
    };
    EXPECT_TRUE(look("Cộng hoà xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc Số: 237/SNV-CCHC ngày 05 tháng 3 năm 2026"));
    EXPECT_TRUE(look("nghiêng quyết khuỷu giặt uống yêu oang ngoằn ngoèo"));
    EXPECT_FALSE(look("Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc")) << "an old one-byte font";
    EXPECT_FALSE(look("rn1ll tlıe qvck bltz wrt ppp xzq")) << "a poor scanner";
}

}  // namespace congvu::incoming
