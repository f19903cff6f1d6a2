// SPDX-License-Identifier: Apache-2.0
#include "PdfInspection.h"
#include "Samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

/// Documents of many pages, and the letters of the language.
namespace congvu::templates::testing {

namespace {

constexpr double kMm = 72 / 25.4;
constexpr int kSections = 40;
constexpr int kRowsOfATable = 45;

/// Sections of text with a table each; every paragraph and row says its number.
std::string longText() {
    std::string text;
    for (int section = 1; section <= kSections; ++section) {
        const std::string name = std::to_string(section);
        text += "# Mục " + name + "\n";
        for (int paragraph = 1; paragraph <= 12; ++paragraph) {
            text += "Đoạn " + name + "." + std::to_string(paragraph) +
                    ": Ủy ban nhân dân xã giao các phòng chuyên môn rà soát, cập nhật số liệu, kịp thời báo cáo những khó khăn, vướng mắc "
                    "trong quá trình thực hiện để tổng hợp, xử lý theo thẩm quyền.\n";
        }
        text += "| TT | Đầu mục bảng " + name + " | Số lượng |\n|:-:|:--|--:|\n";
        for (int row = 1; row <= kRowsOfATable; ++row) {
            text += "| " + std::to_string(row) + " | Hàng " + name + "." + std::to_string(row) + "; | " + std::to_string(row * 7) + " |\n";
        }
    }
    return text + "Kết thúc văn bản.";
}

std::string appendixJson() {
    std::string rows = "| TT | Cột phụ lục |\\n|:-:|:--|";
    for (int row = 1; row <= 120; ++row) {
        rows += "\\n| " + std::to_string(row) + " | Dòng phụ lục " + std::to_string(row) + "; |";
    }
    return R"([{"title":"Số liệu","text":")" + rows + R"("},{"title":"Danh sách","text":")" + rows + R"("}])";
}

class LongDocument : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        file =
            renderToFile("bao-cao", Sample("bao-cao").set("body", longText()).setJson("appendices", appendixJson()).json(), "long-report");
        pages = allTextSpans(file.path);
        for (int page = 1; page <= file.form.pages; ++page) {
            texts.push_back(pageText(file.path, page));
        }
    }
    static void TearDownTestSuite() {
        pages.clear();
        texts.clear();
    }
    static bool has(std::size_t page, const std::string& text) { return texts[page].find(text) != std::string::npos; }
    static bool beginsAppendix(const std::vector<TextSpan>& page) {
        return std::any_of(page.begin(), page.end(),
                           [](const TextSpan& span) { return span.text == "Phụ lục I" || span.text == "Phụ lục II"; });
    }
    static std::size_t firstAppendixPage() {
        return static_cast<std::size_t>(std::find_if(pages.begin(), pages.end(), beginsAppendix) - pages.begin());
    }

    static inline RenderedFile file;
    static inline std::vector<std::vector<TextSpan>> pages;
    static inline std::vector<std::string> texts;
};

}  // namespace

TEST_F(LongDocument, HasMoreThanEightyPagesAndLosesNothing) {
    EXPECT_GE(firstAppendixPage(), 80U);
    std::string all;
    for (const std::string& text : texts) {
        all += text + ' ';
    }
    std::size_t at = 0;
    const auto comesNext = [&](const std::string& text) {
        at = all.find(text, at);
        ASSERT_NE(at, std::string::npos) << text << " is missing or out of order";
        at += text.size();
        EXPECT_EQ(all.find(text, at), std::string::npos) << text << " is printed twice";
    };
    for (int section = 1; section <= kSections; ++section) {
        const std::string name = std::to_string(section) + ".";
        for (int paragraph = 1; paragraph <= 12; ++paragraph) {
            comesNext("Đoạn " + name + std::to_string(paragraph) + ":");
        }
        for (int row = 1; row <= kRowsOfATable; ++row) {
            comesNext("Hàng " + name + std::to_string(row) + ";");
        }
    }
    comesNext("Kết thúc văn bản./.");
}

TEST_F(LongDocument, KeepsTheMarginsOnEveryPage) {
    for (const auto& page : pages) {
        for (const TextSpan& span : page) {
            EXPECT_GE(span.left, 30 * kMm - 1) << span.text;
            EXPECT_LE(span.right, 195 * kMm + 1) << span.text;
            EXPECT_LE(span.baseline, 277 * kMm) << span.text;
        }
    }
}

TEST_F(LongDocument, FillsItsPages) {
    const std::size_t end = firstAppendixPage();
    for (std::size_t page = 0; page + 1 < end; ++page) {
        double lowest = 0;
        for (const TextSpan& span : pages[page]) {
            lowest = std::max(lowest, span.baseline);
        }
        // At most a heading with what it is tied to moves to the next page.
        EXPECT_GT(lowest, 277 * kMm - 6 * 16.3) << "page " << page + 1;
    }
}

TEST_F(LongDocument, CountsItsPagesAndThoseOfEachAppendixFromOne) {
    int number = 0;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        number = beginsAppendix(pages[page]) ? 1 : number + 1;
        const TextSpan first = *std::min_element(pages[page].begin(), pages[page].end(),
                                                 [](const TextSpan& a, const TextSpan& b) { return a.baseline < b.baseline; });
        if (number == 1) {
            EXPECT_GT(first.baseline, 20 * kMm);
        } else {
            EXPECT_EQ(first.text, std::to_string(number));
            EXPECT_LT(first.baseline, 20 * kMm);
        }
    }
}

TEST_F(LongDocument, RepeatsTheHeaderOfATableOnEveryPageThatItCovers) {
    for (int section = 1; section <= kSections; ++section) {
        const std::string row = "Hàng " + std::to_string(section) + ".";
        const std::string header = "Đầu mục bảng " + std::to_string(section);
        int covered = 0;
        for (std::size_t page = 0; page < texts.size(); ++page) {
            if (has(page, row)) {
                ++covered;
                EXPECT_TRUE(has(page, header)) << header << ", page " << page + 1;
            }
        }
        EXPECT_GE(covered, 1) << row;
    }
    for (std::size_t page = firstAppendixPage(); page < texts.size(); ++page) {
        EXPECT_TRUE(has(page, "Cột phụ lục")) << page + 1;
    }
}

TEST_F(LongDocument, NeverEndsAPageWithAHeading) {
    for (std::size_t page = 0; page < firstAppendixPage(); ++page) {
        const TextSpan last = *std::max_element(pages[page].begin(), pages[page].end(),
                                                [](const TextSpan& a, const TextSpan& b) { return a.baseline < b.baseline; });
        EXPECT_NE(last.text.rfind("Mục ", 0), 0U) << "page " << page + 1;
    }
}

TEST(VietnameseLetters, AreAllPrintedInEveryFaceWithoutAMissingGlyph) {
    const std::vector<std::string> letters{
        "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ đ bcdghklmnpqrstvx fjwz",
        "AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ EÈÉẺẼẸ ÊỀẾỂỄỆ IÌÍỈĨỊ OÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ UÙÚỦŨỤ ƯỪỨỬỮỰ YỲÝỶỸỴ Đ BCDGHKLMNPQRSTVX FJWZ",
        "0123456789 .,;:!?()[]/-–—+%&§№ “lời nói” ‘a’ … m² m³ ° × ½"};
    std::string body;
    for (const std::string& line : letters) {
        body += line + "\n**" + line + "**\n*" + line + "*\n***" + line + "***\n";
    }
    const auto file = renderToFile("cong-van", Sample("cong-van").set("body", body + "Hết.").json(), "letters");
    std::istringstream glyphs(run("mutool trace '" + file.path.string() + "' 2>/dev/null | grep '<g '"));
    int count = 0;
    for (std::string glyph; std::getline(glyphs, glyph);) {
        EXPECT_EQ(glyph.find("glyph=\"0\""), std::string::npos) << glyph;
        ++count;
    }
    EXPECT_GT(count, 1000);
    std::string printed = pageText(file.path, 1) + pageText(file.path, file.form.pages);
    for (const std::string& line : letters) {
        std::istringstream words(line);
        for (std::string word; words >> word;) {
            std::size_t times = 0;
            for (std::size_t at = printed.find(word); at != std::string::npos; at = printed.find(word, at + 1)) {
                ++times;
            }
            EXPECT_GE(times, 4U) << word << ": regular, bold, italic and bold italic";
        }
    }
}

}  // namespace congvu::templates::testing
