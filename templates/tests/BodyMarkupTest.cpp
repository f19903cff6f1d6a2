// SPDX-License-Identifier: Apache-2.0
#include "BodyMarkup.h"

#include <gtest/gtest.h>

namespace congvu::templates {

namespace {

std::string describe(const TextRuns& runs) {
    std::string result;
    for (const TextRun& run : runs) {
        result += std::string("[") + (run.bold ? "b" : "") + (run.italic ? "i" : "") + ":" + run.text + "]";
    }
    return result;
}

}  // namespace

TEST(BodyMarkup, ReadsBoldAndItalicAlsoOneInTheOther) {
    EXPECT_EQ(describe(parseInline("a **b *c* d** e")), "[:a ][b:b ][bi:c][b: d][: e]");
}

TEST(BodyMarkup, PrintsAMarkWithoutItsPartner) {
    EXPECT_EQ(describe(parseInline("3 * 4 = 12, **dở dang")), "[:3 * 4 = 12, **dở dang]");
    EXPECT_EQ(describe(parseInline("\\*không nghiêng\\*")), "[:*không nghiêng*]");
}

TEST(BodyMarkup, MakesTheLabelOfAnArticleBoldAndItsTextRegular) {
    const auto blocks = parseBody("Điều 2. Giao Sở Tài chính **chủ trì**.");
    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_EQ(describe(blocks[0].runs), "[b:Điều 2.][: Giao Sở Tài chính ][b:chủ trì][:.]");
}

TEST(BodyMarkup, MakesTheTitleOfAnArticleBold) {
    const auto blocks = parseBody("Điều 12. Phạm vi điều chỉnh\nVăn bản này quy định.");
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].kind, BlockKind::articleTitle);
    EXPECT_EQ(describe(blocks[0].runs), "[b:Điều 12. Phạm vi điều chỉnh]");
}

TEST(BodyMarkup, DoesNotTakeTalkOfAnArticleForOne) {
    EXPECT_EQ(describe(parseBody("Điều 5 của Luật này quy định")[0].runs), "[:Điều 5 của Luật này quy định]");
    EXPECT_EQ(describe(parseBody("Điều kiện: đủ")[0].runs), "[:Điều kiện: đủ]");
}

TEST(BodyMarkup, ReadsATableWithHeaderAlignmentAndEscapedBar) {
    const auto blocks = parseBody("| A | B |\n|:-:|--:|\n| 1 | a\\|b |");
    ASSERT_EQ(blocks.size(), 1U);
    const BodyTable& table = blocks[0].table;
    EXPECT_TRUE(table.hasHeader);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.aligns, (std::vector<TextAlign>{TextAlign::centre, TextAlign::right}));
    EXPECT_EQ(describe(table.rows[1][1]), "[:a|b]");
}

TEST(BodyMarkup, IgnoresEmptyLinesAndSplitsTablesAtText) {
    EXPECT_EQ(parseBody("a\n\n\nb").size(), 2U);
    EXPECT_EQ(parseBody("| a |\ntext\n| b |").size(), 3U);
    EXPECT_TRUE(parseBody("").empty());
}

}  // namespace congvu::templates
