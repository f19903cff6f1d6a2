// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/ScanReader.h"

#include "PageBuilder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace congvu::incoming {

namespace {

using testing::PageBuilder;

/// What a letter of a commune may say differently from one reading to the other.
struct Said {
    std::string symbol = "Số: 237/UBND-VP";
    std::string date = "Suối Mơ, ngày 05 tháng 3 năm 2026";
    std::string place = "XÃ SUỐI MƠ";
    double confidence = 0.93;
};

PageBuilder recognisedHead(const Said& said) {
    PageBuilder page;
    page.recognised(said.confidence);
    page.head("UỶ BAN NHÂN DÂN", said.place, said.symbol, said.date);
    page.centred("V/v báo cáo công tác văn thư", PageBuilder::kLeftColumn, 118, 12);
    return page;
}

PageBuilder recognisedLetter(const Said& said) {
    auto page = recognisedHead(said);
    page.at("Uỷ ban nhân dân xã Suối Mơ đề nghị các đơn vị gửi báo cáo trước ngày 20/3/2026.", 85, 230);
    page.at("Nơi nhận:", 85, 600, 12).centred("CHỦ TỊCH", PageBuilder::kRightColumn, 600);
    page.centred("Trần Văn Ví Dụ", PageBuilder::kRightColumn, 700);
    return page;
}

RecognisedPage pageOf(const PageBuilder& main, const PageBuilder& control) {
    RecognisedPage page;
    page.width = PageBuilder::kWidth;
    page.height = PageBuilder::kHeight;
    page.words = main.words();
    page.control = control.words();
    return page;
}

ScanReading readingOf(const RecognisedPage& page, const std::vector<PageWord>& scanners = {}) {
    return readScan({scanners, PageBuilder::kWidth, PageBuilder::kHeight, {page}});
}

ScanReading readingOf(const Said& main, const Said& control) {
    return readingOf(pageOf(recognisedLetter(main), recognisedHead(control)));
}

}  // namespace

TEST(ReadScan, IsSureOfWhatBothReadingsSay) {
    const auto proposal = readingOf(Said{}, Said{}).proposal;
    EXPECT_EQ(proposal.symbol.value, "237/UBND-VP");
    EXPECT_TRUE(proposal.symbol.isSure);
    EXPECT_EQ(proposal.documentDate.value, "2026-03-05");
    EXPECT_TRUE(proposal.documentDate.isSure);
    EXPECT_EQ(proposal.typeId.value, "cong-van");
    EXPECT_TRUE(proposal.typeId.isSure);
    EXPECT_LT(proposal.symbol.confidence, 0.95) << "never as certain as a file's own words";
}

TEST(ReadScan, DoubtsANumberOrADateThatTheReadingsSayDifferently) {
    Said other;
    other.symbol = "Số: 287/UBND-VP";
    other.date = "Suối Mơ, ngày 06 tháng 3 năm 2026";
    const auto proposal = readingOf(Said{}, other).proposal;
    EXPECT_EQ(proposal.symbol.value, "237/UBND-VP");
    EXPECT_FALSE(proposal.symbol.isSure);
    EXPECT_FALSE(proposal.documentDate.isSure);
    EXPECT_TRUE(proposal.typeId.isSure) << "both say that it is a letter";
}

TEST(ReadScan, DoubtsWhatOnlyOneReadingHasOrWhatIsUncertainOrRepaired) {
    Said blank;
    blank.symbol = "";
    EXPECT_FALSE(readingOf(Said{}, blank).proposal.symbol.isSure);
    EXPECT_EQ(readingOf(blank, Said{}).proposal.symbol.value, "237/UBND-VP") << "the other reading helps out";
    EXPECT_FALSE(readingOf(blank, Said{}).proposal.symbol.isSure);
    Said dim;
    dim.confidence = 0.55;
    EXPECT_FALSE(readingOf(dim, Said{}).proposal.symbol.isSure);
    Said slip;
    slip.symbol = "Số: 2S7/UBND-VP";
    const auto repaired = readingOf(slip, slip).proposal.symbol;
    EXPECT_EQ(repaired.value, "257/UBND-VP");
    EXPECT_FALSE(repaired.isSure) << "both readings have the same slip";
}

TEST(ReadScan, IsSureOfAProperNameOnlyWhenThePageHasItAgain) {
    const auto confirmed = readingOf(Said{}, Said{}).proposal.issuerName;
    EXPECT_EQ(confirmed.value, "Uỷ ban nhân dân xã Suối Mơ");
    EXPECT_TRUE(confirmed.isSure);
    Said lost;
    lost.place = "XÃ SUÔI MƠ";
    const auto mended = readingOf(lost, lost).proposal.issuerName;
    EXPECT_EQ(mended.value, "Uỷ ban nhân dân xã Suối Mơ") << "as the page spells it twice in small letters";
    EXPECT_TRUE(mended.isSure);
    lost.date = "Suôi Mơ, ngày 05 tháng 3 năm 2026";
    EXPECT_FALSE(readingOf(lost, lost).proposal.issuerName.isSure) << "nobody knows which of the two spellings is right";
    Said elsewhere;
    elsewhere.place = "XÃ ĐỒI THỬ";
    EXPECT_FALSE(readingOf(elsewhere, elsewhere).proposal.issuerName.isSure) << "nothing on the page confirms it";
}

TEST(ReadScan, DoubtsANameWhoseLineHasLostAWord) {
    Said lost;
    lost.place = "";
    auto main = recognisedLetter(lost);
    main.at("SUỐI MƠ", 165, 76);  // "XÃ" is lost, so the rest stands off the middle
    auto control = recognisedHead(lost);
    control.at("SUỐI MƠ", 165, 76);
    const auto issuer = readingOf(pageOf(main, control)).proposal.issuerName;
    EXPECT_FALSE(issuer.isSure);
}

TEST(ReadScan, NeverShowsFreeTextAsSure) {
    const auto proposal = readingOf(Said{}, Said{}).proposal;
    EXPECT_EQ(proposal.subject.value, "báo cáo công tác văn thư");
    for (const auto* field : {&proposal.subject, &proposal.signerName, &proposal.signerPosition, &proposal.dueOn, &proposal.urgency}) {
        EXPECT_FALSE(field->value.empty());
        EXPECT_FALSE(field->isSure) << field->value;
    }
}

TEST(ReadScan, ReadsTheUrgencyFromRedInk) {
    auto page = pageOf(recognisedLetter({}), recognisedHead({}));
    PageBuilder stamp;
    stamp.recognised(0.9).centred("HỎA TỐC", PageBuilder::kLeftColumn, 150);
    page.stamps = stamp.words();
    EXPECT_EQ(readingOf(page).proposal.urgency.value, "flash");
}

TEST(ReadScan, FindsASecrecyStampInRedInkEvenWithLostMarks) {
    for (const auto* mark : {"MẬT", "MÂT", "TỐI MẬT", "TUYÊT MẠT"}) {
        auto page = pageOf(recognisedLetter({}), recognisedHead({}));
        PageBuilder stamp;
        stamp.recognised(0.9).centred(mark, PageBuilder::kLeftColumn, 150);
        page.stamps = stamp.words();
        EXPECT_TRUE(readingOf(page).secrecy) << mark;
    }
    EXPECT_FALSE(readingOf(Said{}, Said{}).secrecy);
}

TEST(ReadScan, ShowsPlacesOnThePageAsItLiesCrooked) {
    auto page = pageOf(recognisedLetter({}), recognisedHead({}));
    const auto straight = readingOf(page).proposal.symbol.place;
    page.angle = 2;
    const auto crooked = readingOf(page).proposal.symbol.place;
    ASSERT_TRUE(straight && crooked);
    // The page was turned clockwise by 2°: back at its place, the left half lies lower.
    EXPECT_LT(crooked->y, straight->y);
    EXPECT_NEAR(crooked->y, straight->y - 4.6, 1.5);
}

TEST(ReadScan, KeepsAScannersWordsWhereRecognitionHasFoundFarLess) {
    PageBuilder scanners = recognisedLetter({});
    auto words = scanners.words();
    for (auto& word : words) {
        word.confidence = kOwnText;
    }
    PageBuilder little;
    little.recognised(0.4).at("Số", 100, 100);
    const auto reading = readingOf(pageOf(little, little), words);
    EXPECT_EQ(reading.proposal.symbol.value, "237/UBND-VP");
    EXPECT_FALSE(reading.proposal.symbol.isSure) << "nobody knows how well that scanner reads";
}

TEST(ReadScan, LeavesBornDigitalPagesAsSureAsTheyAre) {
    PageBuilder digital;
    digital.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 237/SNV-CCHC", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    RecognisedPage appendix;
    appendix.page = 2;
    appendix.width = PageBuilder::kWidth;
    appendix.height = PageBuilder::kHeight;
    PageBuilder second;
    second.recognised(0.9).nextPage().at("Danh sách các đơn vị gửi báo cáo", 85, 100);
    appendix.words = second.words();
    const auto reading = readScan({digital.words(), PageBuilder::kWidth, PageBuilder::kHeight, {appendix}});
    EXPECT_TRUE(reading.proposal.symbol.isSure);
    EXPECT_TRUE(reading.proposal.issuerName.isSure);
    EXPECT_NE(reading.text.find("Danh sách các đơn vị"), std::string::npos);
}

TEST(ReadBeforeRecognition, DoubtsEverythingAScannerSays) {
    PageBuilder page;
    page.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 237/SNV-CCHC", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    const auto proposal = readBeforeRecognition({page.words(), PageBuilder::kWidth, PageBuilder::kHeight, {}});
    EXPECT_EQ(proposal.symbol.value, "237/SNV-CCHC");
    EXPECT_FALSE(proposal.symbol.isSure);
    EXPECT_EQ(readBeforeRecognition({{}, PageBuilder::kWidth, PageBuilder::kHeight, {}}).symbol.value, "");
}

}  // namespace congvu::incoming
