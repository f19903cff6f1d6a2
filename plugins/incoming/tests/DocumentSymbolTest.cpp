// SPDX-License-Identifier: Apache-2.0
#include "domain/DocumentSymbol.h"

#include "domain/DocumentType.h"

#include <gtest/gtest.h>

#include <set>

namespace congvu::incoming {

TEST(DocumentSymbol, ReadsANamedTypeOfDecree30) {
    const auto symbol = parseDocumentSymbol("15/QĐ-BNV");
    ASSERT_TRUE(symbol);
    EXPECT_EQ(symbol->style, SymbolStyle::administrative);
    EXPECT_EQ(symbol->number, "15");
    EXPECT_EQ(symbol->notation, "QĐ-BNV");
    EXPECT_EQ(symbol->typeAbbreviation, "QĐ");
}

TEST(DocumentSymbol, ReadsAnOfficialLetterWithoutAType) {
    const auto symbol = parseDocumentSymbol("05/BNV-VP");
    ASSERT_TRUE(symbol);
    EXPECT_EQ(symbol->typeAbbreviation, "");
    EXPECT_EQ(symbol->text(), "05/BNV-VP");
}

TEST(DocumentSymbol, ReadsALegalNormativeDocumentWithItsYear) {
    const auto symbol = parseDocumentSymbol("15/2024/QĐ-UBND");
    ASSERT_TRUE(symbol);
    EXPECT_EQ(symbol->style, SymbolStyle::legislative);
    EXPECT_EQ(symbol->year, "2024");
    EXPECT_EQ(symbol->text(), "15/2024/QĐ-UBND");
}

TEST(DocumentSymbol, ReadsPartyDocumentsWithAHyphenAfterTheNumber) {
    for (const auto* text : {"11-CT/TU", "66-KH/HU", "01-CTr/TU"}) {
        const auto symbol = parseDocumentSymbol(text);
        ASSERT_TRUE(symbol) << text;
        EXPECT_EQ(symbol->style, SymbolStyle::party) << text;
        EXPECT_EQ(symbol->text(), text);
        EXPECT_FALSE(symbol->typeAbbreviation.empty()) << text;
    }
}

TEST(DocumentSymbol, ForgivesBlanksAndLongDashesAroundSeparators) {
    EXPECT_EQ(parseDocumentSymbol("15 / QĐ – UBND")->text(), "15/QĐ-UBND");
    EXPECT_EQ(parseDocumentSymbol(" 374/STC- QLNS")->text(), "374/STC-QLNS");
}

TEST(DocumentSymbol, KnowsThatTheNumberIsBlankOrTheRestIsOnTheNextLine) {
    EXPECT_EQ(parseDocumentSymbol("/UBND-VX")->number, "");
    EXPECT_TRUE(parseDocumentSymbol("1234/UBND-")->isCutOff());
    EXPECT_FALSE(parseDocumentSymbol("1234/UBND-KGVX")->isCutOff());
}

TEST(DocumentSymbol, RefusesWhatIsNoSymbol) {
    for (const auto* text : {"", "15", "15/", "2026", "05/03/2026", "Kính gửi: Các sở", "12345678/UBND", "15/UB ND", "15//UBND",
                             "15/UBND;DROP", "số 15 của UBND"}) {
        EXPECT_FALSE(parseDocumentSymbol(text)) << text;
    }
}

TEST(DocumentSymbol, ComparesWithoutMarksBlanksAndLeadingZeros) {
    EXPECT_EQ(symbolKey("05/QĐ-UBND"), symbolKey("5 / qđ-ubnd"));
    EXPECT_NE(symbolKey("05/QĐ-UBND"), symbolKey("50/QĐ-UBND"));
    EXPECT_NE(symbolKey("05/QĐ-UBND"), symbolKey("05/KH-UBND"));
}

TEST(DocumentType, HoldsThe29TypesOfArticle7WithDifferentAbbreviations) {
    EXPECT_EQ(administrativeTypes().size(), 29U);
    std::set<std::string_view> abbreviations;
    std::size_t withoutAbbreviation = 0;
    for (const auto& type : administrativeTypes()) {
        if (type.abbreviation.empty()) {
            ++withoutAbbreviation;
        } else {
            EXPECT_TRUE(abbreviations.insert(type.abbreviation).second) << type.id;
        }
    }
    EXPECT_EQ(withoutAbbreviation, 2U);  // công văn, thư công
}

}  // namespace congvu::incoming
