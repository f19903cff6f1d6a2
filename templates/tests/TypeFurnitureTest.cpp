// SPDX-License-Identifier: Apache-2.0
#include "TypeMeasures.h"

/// What stands around the text of every type: page numbers, appendices, marks, contact, copies. Measured in the finished PDF: Decree
/// 30/2020/NĐ-CP, App. I, to 0.5 mm and 0.5 pt.
namespace congvu::templates::testing {

TEST_P(TypeMeasures, PageNumbersStandAtTheTopInTheMiddleAndNotOnAFirstPage) {
    int expected = 0;
    for (int number = 1; number <= large.pageCount(); ++number) {
        const auto& spans = large.page(number);
        const bool beginsAppendix = std::any_of(spans.begin(), spans.end(),
                                                [](const TextSpan& span) { return span.text == "Phụ lục I" || span.text == "Phụ lục II"; });
        expected = beginsAppendix ? 1 : expected + 1;
        std::vector<TextSpan> inTheMargin;
        std::copy_if(spans.begin(), spans.end(), std::back_inserter(inTheMargin),
                     [](const TextSpan& span) { return span.baseline < 20 * kMm; });
        ASSERT_EQ(inTheMargin.size(), expected > 1 ? 1U : 0U) << "page " << number;
        if (expected > 1) {
            EXPECT_EQ(inTheMargin.front().text, std::to_string(expected));
            expectStyle(inTheMargin.front(), 13, 14, "regular");
            expectCentred(inTheMargin.front(), kTextCentre);
        }
    }
}

TEST_P(TypeMeasures, AppendicesHaveTheirOwnPagesAndHeadings) {
    if (!large.hasField("appendices")) {
        GTEST_SKIP() << "the type takes none";
    }
    for (const auto& [label, title] : {std::pair("Phụ lục I", "DANH MỤC CHỈ TIÊU"), {"Phụ lục II", "TIẾN ĐỘ"}}) {
        const TextSpan name = large.find(title);
        const int page = large.pageOf(title);
        const TextSpan heading = findSpan(large.page(page), label);
        EXPECT_EQ(heading.text, label);
        expectStyle(heading, 14, 14, "bold");
        expectStyle(name, 13, 14, "bold");
        const TextSpan note = findSpan(large.page(page), "(Kèm theo ");
        expectStyle(note, 13, 14, "italic");
        for (const TextSpan& line : {heading, name, note}) {
            expectCentred(line, kTextCentre);
        }
        EXPECT_NEAR(heading.baseline - kAscent * heading.size, 20 * kMm, kHalfMm);
        EXPECT_LT(heading.baseline, name.baseline);
        EXPECT_LT(name.baseline, note.baseline);
        EXPECT_GT(page, large.pageOf("Cao Thị Đo Đạc"));
    }
    EXPECT_EQ(large.pageOf("TIẾN ĐỘ"), large.pageCount());
}

TEST_P(TypeMeasures, MarksOfUrgencyAndCirculationHaveTheirSizesAndColours) {
    if (!large.hasField("urgency")) {
        GTEST_SKIP() << "a copy has none";
    }
    const TextSpan urgency = large.find("THƯỢNG KHẨN");
    expectStyle(urgency, 13, 14, "bold");
    expectCentred(urgency, kIssuerCentre);
    const TextSpan circulation = large.find("LƯU HÀNH NỘI BỘ");
    expectStyle(circulation, 13, 14, "bold");
    expectCentred(circulation, kIssuerCentre);
    const auto frameRound = [&](const TextSpan& text) {
        const auto& all = large.firstPageStrokes();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Stroke& stroke) {
            return stroke.left < text.left && stroke.right > text.right && stroke.top < text.baseline && stroke.bottom > text.baseline;
        });
        return found == all.end() ? Stroke{} : *found;
    };
    // The stamp's frame is drawn inside: its middle line is one point smaller than the 40 × 8 mm.
    EXPECT_NEAR(frameRound(urgency).width() + 1, 40 * kMm, kHalfMm);
    EXPECT_NEAR(frameRound(urgency).height() + 1, 8 * kMm, kHalfMm);
    EXPECT_EQ(frameRound(urgency).color, "1 0 0");
    EXPECT_GT(frameRound(circulation).width(), circulation.right - circulation.left);
    EXPECT_EQ(frameRound(circulation).color, "0 0 0");
}

TEST_P(TypeMeasures, ContactStandsAtTheFootOfTheFirstPageBelowALine) {
    if (!large.hasField("contact")) {
        GTEST_SKIP() << "a copy has none";
    }
    EXPECT_EQ(large.pageOf("Điện thoại: 000.000"), 1);
    const TextSpan contact = large.find("Điện thoại: 000.000");
    expectStyle(contact, 11, 12, "regular");
    EXPECT_NEAR(contact.baseline + kDescent * contact.size, (297 - 20) * kMm, kHalfMm);
    const auto& all = large.firstPageStrokes();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Stroke& line) {
        return line.height() < 0.01 && std::abs(line.left - kLeft) < kHalfMm && std::abs(line.right - kRight) < kHalfMm &&
               line.top < contact.baseline && line.top > contact.baseline - 2 * contact.size;
    }));
    for (const TextSpan& span : large.page(1)) {
        EXPECT_LE(span.baseline, contact.baseline + 0.1) << span.text;
    }
}

TEST_P(TypeMeasures, ACopyIsToldFromTheCopiedTextByALineOverTheWholeWidth) {
    if (!small.isCopy()) {
        GTEST_SKIP() << "no copy";
    }
    const double mark = small.find(GetParam().heading).baseline;
    const double text = small.find("Điều 2.").baseline;
    const auto& all = small.firstPageStrokes();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Stroke& line) {
        return std::abs(line.left - kLeft) < kHalfMm && std::abs(line.right - kRight) < kHalfMm && line.top > text && line.top < mark;
    }));
}

}  // namespace congvu::templates::testing
