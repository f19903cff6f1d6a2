// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/HocrReader.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace congvu::incoming {

namespace {

/// As tesseract 5.3 writes it, at 300 dpi: 300 pixels are 72 points.
constexpr const char* kPage = R"(<?xml version="1.0" encoding="UTF-8"?>
 <body>
  <div class='ocr_page' id='page_1' title='image "ink.pgm"; bbox 0 0 2480 3508; ppageno 0; scan_res 300 300'>
   <div class='ocr_carea' id='block_1_1' title="bbox 300 600 900 660">
    <p class='ocr_par' id='par_1_1' lang='vie' title="bbox 300 600 900 660">
     <span class='ocr_line' id='line_1_1' title="bbox 300 600 900 650; baseline 0 -10; x_size 54; x_descenders 12; x_ascenders 14">
      <span class='ocrx_word' id='word_1_1' title='bbox 300 610 380 640; x_wconf 96'>Số:</span>
      <span class='ocrx_word' id='word_1_2' title='bbox 400 600 900 650; x_wconf 61'>15/QĐ<strong>&amp;</strong>BNV&#39;</span>
      <span class='ocrx_word' id='word_1_3' title='bbox 900 600 900 650; x_wconf 61'>x</span>
     </span>
    </p>
   </div>
  </div>
 </body>)";

PictureOnPage a4() {
    return {1, 3508 / (300.0 / 72), 300.0 / 72};
}

}  // namespace

TEST(HocrReader, ReadsWordsWithTheirPlacesInPointsFromTheLowerLeft) {
    const auto words = readHocr(kPage, a4());
    ASSERT_EQ(words.size(), 2U) << "a box without width is no word";
    EXPECT_EQ(words[0].text, "Số:");
    EXPECT_EQ(words[1].text, "15/QĐ&BNV'");
    EXPECT_DOUBLE_EQ(words[0].confidence, 0.96);
    EXPECT_NEAR(words[0].place.x, 72, 0.01);
    EXPECT_NEAR(words[0].place.width, 80 * 0.24, 0.01);
}

TEST(HocrReader, GivesTheWordsOfALineTheSameHeightOnTheSameBaseLine) {
    const auto words = readHocr(kPage, a4());
    ASSERT_EQ(words.size(), 2U);
    EXPECT_NEAR(words[0].place.height, 54 * 0.24, 0.01) << "the line's letter size, not the word's own box";
    EXPECT_DOUBLE_EQ(words[0].place.y, words[1].place.y);
    EXPECT_NEAR(words[0].place.y, (3508 - 652) * 0.24, 0.01) << "base line 640, descenders 12 below";
}

TEST(HocrReader, IsNeverAsCertainAsAFilesOwnWords) {
    std::string sure = kPage;
    sure.replace(sure.find("x_wconf 96"), 10, "x_wconf 100");
    EXPECT_LT(readHocr(sure, a4()).front().confidence, kOwnText);
}

TEST(HocrReader, SurvivesWhatIsNotHocr) {
    EXPECT_TRUE(readHocr("", a4()).empty());
    EXPECT_TRUE(readHocr("<span class='ocrx_word' title='bbox 1 2", a4()).empty());
    std::mt19937 random{11};
    const std::string whole = kPage;
    for (int round = 0; round < 200; ++round) {
        auto broken = whole;
        for (int i = 0; i < 20; ++i) {
            broken[random() % broken.size()] = static_cast<char>(32 + random() % 95);
        }
        EXPECT_LE(readHocr(broken, a4()).size(), 4U);
    }
}

}  // namespace congvu::incoming
