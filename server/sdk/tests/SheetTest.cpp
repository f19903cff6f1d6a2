// SPDX-License-Identifier: Apache-2.0
#include "congvu/sheets/SheetFiles.h"

#include "congvu/process/LimitedProcess.h"
#include "congvu/sheets/Csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

namespace congvu {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Csv, ReadsQuotedCellsAndBothSeparators) {
    sheets::CsvReader reader{
        "\xEF\xBB\xBF"
        "a;b\r\n\"x;1\";\"hai \"\"dòng\"\"\nở đây\"\r\n\r\nz;"};
    EXPECT_THAT(reader.next()->cells, ElementsAre("a", "b"));
    const auto second = reader.next();
    EXPECT_THAT(second->cells, ElementsAre("x;1", "hai \"dòng\"\nở đây"));
    EXPECT_EQ(second->line, 2);
    const auto third = reader.next();
    EXPECT_EQ(third->line, 5);
    EXPECT_THAT(third->cells, ElementsAre("z", ""));
    EXPECT_FALSE(reader.next());
}

TEST(Csv, WritesWhatItReadsAndDisarmsFormulas) {
    EXPECT_EQ(sheets::csvCell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
    std::mt19937 random{7};
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::string> cells;
        std::string line;
        for (int count = 0; count < 4; ++count) {
            std::string cell = "x";
            for (auto length = random() % 6; length > 0; --length) {
                cell += std::string_view{",;\"\n\ra b"}[random() % 8];
            }
            line += (count == 0 ? "" : ",") + sheets::csvCell(cell);
            cells.push_back(cell);
        }
        // The first line decides the separator.
        const auto text = "a,b,c,d\n" + line;
        sheets::CsvReader reader{text};
        reader.next();
        ASSERT_EQ(reader.next()->cells, cells) << line;
    }
}

TEST(PdfSheet, RepeatsItsHeadOnEveryPageAndLeavesNoRowOut) {
    sheets::Sheet sheet;
    sheet.issuer = "ỦY BAN NHÂN DÂN XÃ A";
    sheet.title = {"MỤC LỤC"};
    sheet.columns = {{"STT"}, {"Tiêu đề hồ sơ", 4}};
    for (int row = 1; row <= 120; ++row) {
        sheet.rows.push_back({{std::to_string(row), "Hồ sơ số " + std::to_string(row) + " về quản lý đất đai"}});
    }
    const auto path = std::filesystem::temp_directory_path() / "congvu-sheet-test.pdf";
    std::ofstream{path, std::ios::binary} << sheets::pdfOf(sheet);
    const auto text = process::runLimited({"/usr/bin/pdftotext", "-layout", path, "-"}, {}).output;
    std::filesystem::remove(path);
    int heads = 0;
    for (auto at = text.find("Tiêu đề hồ sơ"); at != std::string::npos; at = text.find("Tiêu đề hồ sơ", at + 1)) {
        ++heads;
    }
    EXPECT_EQ(heads, std::count(text.begin(), text.end(), '\f'));
    EXPECT_GT(heads, 2);
    for (int row = 1; row <= 120; ++row) {
        EXPECT_THAT(text, HasSubstr("Hồ sơ số " + std::to_string(row) + " về"));
    }
}

}  // namespace

}  // namespace congvu
