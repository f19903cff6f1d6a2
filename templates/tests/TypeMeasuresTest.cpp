// SPDX-License-Identifier: Apache-2.0
#include "TypeMeasures.h"

/// Every type of document, small and large, measured in the finished PDF: Decree 30/2020/NĐ-CP, App. I, to 0.5 mm
/// and 0.5 pt.
namespace congvu::templates::testing {

INSTANTIATE_TEST_SUITE_P(Types, TypeMeasures, ::testing::ValuesIn(allTypes()),
                         [](const auto& information) { return testName(information.param); });

TEST_P(TypeMeasures, PagesAreA4AndTheTextKeepsTheMarginsAndIsBlack) {
    for (const TypeDocument* read : {&small, &large}) {
        const std::string sizes = run("pdfinfo -l 999 '" + read->file().path.string() + "' | grep '^Page.* size:'");
        std::istringstream lines(sizes);
        for (std::string line; std::getline(lines, line);) {
            EXPECT_NE(line.find("595.276 x 841.89 pts (A4)"), std::string::npos) << line;
        }
        for (int number = 1; number <= read->pageCount(); ++number) {
            for (const TextSpan& span : read->page(number)) {
                EXPECT_EQ(span.color, span.text == "THƯỢNG KHẨN" ? "#ff0000" : "#000000") << span.text;
                EXPECT_GE(span.left, kLeft - kHalfMm) << span.text;
                EXPECT_LE(span.right, kRight + kHalfMm) << span.text;
                EXPECT_LE(span.baseline + kDescent * span.size, (297 - 20) * kMm + kHalfMm) << span.text;
                const bool isPageNumber = span.baseline < 20 * kMm;
                EXPECT_TRUE(isPageNumber || span.baseline - kAscent * span.size >= 20 * kMm - kHalfMm) << span.text;
            }
        }
    }
}

TEST_P(TypeMeasures, TheTextBeginsAtTheUpperAndLeftMarginAndReachesTheRightOne) {
    // App. I: top 20-25 mm, left 30-35 mm, right 15-20 mm; the forms take the widest text.
    const TextSpan first = large.isCopy() ? large.find("Đoạn 1.") : large.find("TỈNH MÂY TRẮNG");
    EXPECT_NEAR(first.baseline - kAscent * first.size, 20 * kMm, kHalfMm);
    EXPECT_NEAR(large.find("Nơi nhận:").left, kLeft, kHalfMm);
    if (large.hasField("body")) {
        EXPECT_NEAR(large.lineAt(large.pageOf("Đoạn 7."), large.find("Đoạn 7.").baseline).right, kRight, kHalfMm);
    }
}

TEST_P(TypeMeasures, LetterheadHasItsSizesStylesAndPlaces) {
    const TextSpan superior = large.find("TỈNH MÂY TRẮNG");
    const TextSpan agency = large.find("ỦY BAN NHÂN DÂN");
    const TextSpan place = large.find("XÃ SUỐI MƠ");
    expectStyle(superior, 12, 13, "regular");
    expectStyle(agency, 12, 13, "bold");
    expectStyle(place, 12, 13, "bold");
    EXPECT_LT(superior.baseline, agency.baseline);
    for (const TextSpan& line : {superior, agency, place}) {
        expectCentred(line, kIssuerCentre);
    }
    if (large.isCopy()) {
        const TextSpan mark = large.find(GetParam().heading);
        expectStyle(mark, 13, 14, "bold");
        expectCentred(mark, kNationCentre);
        EXPECT_LT(std::abs(mark.baseline - superior.baseline), 3);
        return;
    }
    const TextSpan nation = large.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    const TextSpan motto = large.find("Độc lập - Tự do - Hạnh phúc");
    expectStyle(nation, 12, 13, "bold");
    expectStyle(motto, 13, 14, "bold");
    expectCentred(nation, kNationCentre);
    expectCentred(motto, kNationCentre);
    EXPECT_NEAR(nation.baseline, superior.baseline, kPt);
    expectLineBelow(large, motto, motto, 1, 1);
    expectLineBelow(large, place, agency, 1 / 3.0, 1 / 2.0);
}

TEST_P(TypeMeasures, NumberPlaceAndDateStandOnOneLine) {
    for (const TypeDocument* read : {&small, &large}) {
        const TextSpan number = read->find("Số:");
        const TextSpan symbol = read->find("/KH-UBND");
        const TextSpan date = read->find("Suối Mơ, ngày");
        expectStyle(number, 13, 13, "regular");
        expectStyle(symbol, 13, 13, "regular");
        expectStyle(date, 13, 14, "italic");
        EXPECT_NEAR(number.baseline, date.baseline, kPt);
        EXPECT_NEAR(number.baseline, symbol.baseline, kPt);
        EXPECT_NEAR((number.left + symbol.right) / 2, kIssuerCentre, kHalfMm);
    }
}

TEST_P(TypeMeasures, PlacesForNumberAndDateStandInTheFile) {
    const auto number = fieldRectangle(small.file().path, "SoKyHieu");
    const auto date = fieldRectangle(small.file().path, "NgayBanHanh");
    ASSERT_TRUE(number && date);
    const double baseline = small.find("Số:").baseline;
    EXPECT_NEAR(number->width(), 11 * kMm, kHalfMm);
    EXPECT_NEAR(kPageHeight - number->bottom - baseline, kDescent * 13, kPt);
    EXPECT_NEAR(number->right, small.find("/KH-UBND").left, kHalfMm);
    EXPECT_NEAR(date->left, (195 - 97) * kMm, kHalfMm);
    EXPECT_NEAR(date->right, kRight, kHalfMm);
    EXPECT_NEAR(kPageHeight - date->bottom - baseline, kDescent * 13, kPt);
}

TEST_P(TypeMeasures, TypeNameAndSubjectStandInTheMiddle) {
    if (small.isCopy()) {
        GTEST_SKIP() << "a copy has neither";
    }
    if (!hasHeading()) {
        const TextSpan subject = small.find("V/v Nội dung trích yếu");
        expectStyle(subject, 12, 13, "regular");
        expectCentred(subject, kIssuerCentre);
        return;
    }
    const TextSpan heading = small.find(GetParam().heading);
    EXPECT_EQ(heading.text, GetParam().heading);
    expectStyle(heading, 13, 14, "bold");
    expectCentred(heading, kTextCentre);
    if (!small.hasField("body")) {
        return;  // giấy giới thiệu and giấy nghỉ phép print no subject below their name
    }
    const TextSpan subject = small.find("Nội dung trích yếu dùng để đo");
    expectStyle(subject, 13, 14, "bold");
    expectCentred(subject, kTextCentre);
    EXPECT_GT(subject.baseline, heading.baseline);
    expectLineBelow(small, subject, subject, 1 / 3.0, 1 / 2.0);
}

TEST_P(TypeMeasures, TextIsJustifiedIndentedAndSpaced) {
    if (!large.hasField("body")) {
        const TextSpan sentence = small.find("Ông (bà):");
        expectStyle(sentence, 13, 14, "regular");
        EXPECT_NEAR(sentence.left, (30 + 12.7) * kMm, kHalfMm);
        return;
    }
    // Two paragraphs on one page.
    const int number = large.pageOf("Đoạn 7.") == large.pageOf("Đoạn 8.") ? 7 : 8;
    const TextSpan first = large.find("Đoạn " + std::to_string(number) + ".");
    const int page = large.pageOf(first.text);
    expectStyle(first, 13, 14, "regular");
    const std::vector<double> lines = large.baselines(page);
    const auto at = static_cast<std::size_t>(
        std::find_if(lines.begin(), lines.end(), [&](double line) { return std::abs(line - first.baseline) < 0.2; }) - lines.begin());
    ASSERT_LT(at + 3, lines.size());
    // A paragraph of three lines, then the next one.
    EXPECT_NEAR(large.lineAt(page, lines[at]).left, (30 + 12.7) * kMm, kHalfMm);
    EXPECT_NEAR(large.lineAt(page, lines[at]).right, kRight, kHalfMm);
    EXPECT_NEAR(large.lineAt(page, lines[at + 1]).left, kLeft, kHalfMm);
    EXPECT_NEAR(large.lineAt(page, lines[at + 1]).right, kRight, kHalfMm);
    const double spacing = lines[at + 1] - lines[at];
    EXPECT_GE(spacing, first.size * (kAscent + kDescent) - kPt);
    EXPECT_LE(spacing, 1.5 * first.size * (kAscent + kDescent) + kPt);
    const TextSpan next = large.find("Đoạn " + std::to_string(number + 1) + ".");
    const double before = *std::prev(std::lower_bound(lines.begin(), lines.end(), next.baseline - 0.2));
    EXPECT_GE(next.baseline - before - spacing, 6 - kPt);
}

TEST_P(TypeMeasures, LegalBasesAreItalic) {
    if (!large.hasField("legalBases")) {
        GTEST_SKIP() << "the type has none";
    }
    for (const char* basis : {"Căn cứ thứ nhất;", "Căn cứ thứ hai;", "Căn cứ thứ ba"}) {
        expectStyle(large.find(basis), 13, 14, "italic");
        EXPECT_NEAR(large.find(basis).left, (30 + 12.7) * kMm, kHalfMm);
    }
}

TEST_P(TypeMeasures, AddresseesStandInTheMiddleOrOneBelowTheOther) {
    if (!small.hasField("addressees")) {
        GTEST_SKIP() << "the type has none";
    }
    if (std::string(GetParam().id) == "cong-dien") {
        expectStyle(large.find("- Sở Nội vụ;"), 13, 14, "regular");
        expectStyle(large.find("- Sở Tư pháp."), 13, 14, "regular");
        return;
    }
    const TextSpan one = small.find("Kính gửi: Sở Nội vụ tỉnh Mây Trắng");
    expectStyle(one, 13, 14, "regular");
    expectCentred(one, kTextCentre);
    const TextSpan first = large.find("Kính gửi: - Sở Nội vụ;");
    const TextSpan second = large.find("- Sở Tài chính;");
    const TextSpan last = large.find("- Sở Tư pháp.");
    for (const TextSpan& line : {first, second, last}) {
        expectStyle(line, 13, 14, "regular");
        EXPECT_NEAR(line.leftOf("- Sở"), first.leftOf("- Sở"), kHalfMm) << line.text;
    }
    EXPECT_EQ(second.text, "- Sở Tài chính;");
    EXPECT_GT(second.baseline, first.baseline + first.size);
    EXPECT_GT(last.baseline, second.baseline + second.size);
}

TEST_P(TypeMeasures, ClosingHasItsSizesStylesAndPlaces) {
    const bool isMinutes = std::string(GetParam().id) == "bien-ban";
    std::vector<std::string> positions{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"};
    if (isMinutes) {
        positions = {"CHỦ TỌA"};
    } else if (large.hasSecondSigner()) {
        positions.insert(positions.begin(), "BÊN THỨ NHẤT");
    }
    double above = 0;
    for (const std::string& position : positions) {
        const TextSpan line = large.find(position);
        expectStyle(line, 13, 14, "bold");
        expectCentred(line, kSignerCentre);
        EXPECT_GT(line.baseline, above) << position;
        above = line.baseline;
    }
    const TextSpan name = large.find("Cao Thị Đo Đạc");
    expectStyle(name, 13, 14, "bold");
    expectCentred(name, kSignerCentre);
    EXPECT_GT(name.baseline, above);

    const TextSpan label = large.find("Nơi nhận:");
    expectStyle(label, 12, 12, "bold italic");
    for (const char* recipient : {"- Nơi một;", "- Nơi mười;", "- Lưu: VT, VP."}) {
        expectStyle(large.find(recipient), 11, 11, "regular");
        EXPECT_NEAR(large.find(recipient).left, kLeft, kHalfMm);
    }
    EXPECT_GT(large.find("- Lưu: VT, VP.").baseline, large.find("- Nơi mười;").baseline);
    if (!large.hasSecondSigner()) {
        EXPECT_LT(std::abs(label.baseline - large.find("TM. ỦY BAN NHÂN DÂN").baseline), 4);
    }
}

// Decree 30/2020, App. I on digital signatures: the signature in the middle between position and name, the seal in real
// size over about a third of it on its left.
TEST_P(TypeMeasures, SignatureAndSealHaveTheirSizesAndPlaces) {
    for (const TypeDocument* read : {&small, &large}) {
        const auto signature = fieldRectangle(read->file().path, "NguoiKy");
        const auto seal = fieldRectangle(read->file().path, "CoQuan");
        ASSERT_TRUE(signature && seal);
        EXPECT_NEAR(signature->width(), 45 * kMm, kHalfMm);
        EXPECT_NEAR(signature->height(), 20 * kMm, kHalfMm);
        EXPECT_NEAR((signature->left + signature->right) / 2, kSignerCentre, kHalfMm);
        const bool isMinutes = std::string(GetParam().id) == "bien-ban";
        const std::string position = isMinutes ? "CHỦ TỌA" : read == &small ? "CHỦ TỊCH" : "PHÓ CHỦ TỊCH";
        const TextSpan name = read->find("Cao Thị Đo Đạc");
        const auto& spans = read->page(read->pageOf("Nơi nhận:"));
        const auto last = std::find_if(spans.rbegin(), spans.rend(), [&](const TextSpan& span) { return span.text == position; });
        ASSERT_NE(last, spans.rend());
        const double below = kPageHeight - signature->bottom;
        const double above = kPageHeight - signature->top;
        const double gapAbove = above - (last->baseline + kDescent * last->size);
        const double gapBelow = name.baseline - kAscent * name.size - below;
        EXPECT_GE(gapAbove, 0);
        EXPECT_NEAR(gapAbove, gapBelow, kPt);

        EXPECT_NEAR(seal->width(), 36 * kMm, kHalfMm);
        EXPECT_NEAR(seal->height(), 36 * kMm, kHalfMm);
        EXPECT_NEAR(seal->right - signature->left, signature->width() / 3, kHalfMm);
        EXPECT_NEAR((seal->top + seal->bottom) / 2, (signature->top + signature->bottom) / 2, kHalfMm);
        EXPECT_GE(seal->left, 0);
    }
}

TEST_P(TypeMeasures, ASecondSignerStandsOnTheLeftWithAPlaceOfHisOwn) {
    const auto second = fieldRectangle(small.file().path, "NguoiKy2");
    ASSERT_EQ(second.has_value(), small.hasSecondSigner());
    if (!second) {
        return;
    }
    const auto first = fieldRectangle(small.file().path, "NguoiKy");
    const auto seal = fieldRectangle(small.file().path, "CoQuan");
    EXPECT_NEAR(second->width(), 45 * kMm, kHalfMm);
    EXPECT_NEAR(second->height(), 20 * kMm, kHalfMm);
    EXPECT_NEAR((second->left + second->right) / 2, kSecondSignerCentre, kHalfMm);
    EXPECT_NEAR(second->top, first->top, 2 * 14 * (kAscent + kDescent));
    EXPECT_LT(second->right, seal->left);
    const TextSpan name = small.find("Mạc Văn Thước Kẻ");
    expectStyle(name, 13, 14, "bold");
    expectCentred(name, kSecondSignerCentre);
    EXPECT_GT(small.find("Nơi nhận:").baseline, name.baseline);
}

}  // namespace congvu::templates::testing
