// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/ProposalReader.h"

#include "PageBuilder.h"
#include "domain/proposal/StampReader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace congvu::incoming {

namespace {

using testing::PageBuilder;

/// An official letter of a department, with everything that can be read from one.
PageBuilder letter() {
    PageBuilder page;
    page.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 237/SNV-CCHC", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    page.centred("V/v báo cáo công tác văn thư, lưu trữ", PageBuilder::kLeftColumn, 118, 12);
    page.centred("năm 2026", PageBuilder::kLeftColumn, 133, 12);
    page.centred("Kính gửi: Uỷ ban nhân dân các xã, phường.", PageBuilder::kMiddle, 190);
    page.at("Sở Nội vụ đề nghị các đơn vị gửi báo cáo về Sở trước ngày 20/3/2026 để tổng hợp.", 85, 230);
    page.at("Nơi nhận:", 85, 600, 12).at("- Như trên;", 85, 616, 11);
    page.centred("KT. GIÁM ĐỐC", PageBuilder::kRightColumn, 600).centred("PHÓ GIÁM ĐỐC", PageBuilder::kRightColumn, 616);
    page.centred("Trần Văn Ví Dụ", PageBuilder::kRightColumn, 700);
    return page;
}

/// A plan of a people's committee: the issuer's name takes two lines.
PageBuilder plan() {
    PageBuilder page;
    page.head("UỶ BAN NHÂN DÂN", "XÃ HOÀ BÌNH", "Số: 12/KH-UBND", "Hoà Bình, ngày 02 tháng 02 năm 2026");
    page.centred("KẾ HOẠCH", PageBuilder::kMiddle, 150, 14);
    page.centred("Kiểm tra công tác văn thư, lưu trữ năm 2026", PageBuilder::kMiddle, 170, 14);
    page.centred("trên địa bàn xã", PageBuilder::kMiddle, 188, 14);
    page.at("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", 85, 230);
    page.nextPage();
    page.centred("TM. UỶ BAN NHÂN DÂN", PageBuilder::kRightColumn, 300).centred("CHỦ TỊCH", PageBuilder::kRightColumn, 316);
    page.centred("Lê Thị Thử Nghiệm", PageBuilder::kRightColumn, 400).at("Nơi nhận:", 85, 300, 12);
    return page;
}

}  // namespace

TEST(ReadProposal, ReadsEverythingFromAnOfficialLetter) {
    const auto proposal = readProposal(letter().text());
    EXPECT_EQ(proposal.symbol.value, "237/SNV-CCHC");
    EXPECT_EQ(proposal.documentDate.value, "2026-03-05");
    EXPECT_EQ(proposal.place.value, "Ví Dụ");
    EXPECT_EQ(proposal.issuerName.value, "Sở Nội vụ");
    EXPECT_EQ(proposal.superiorName.value, "UBND tỉnh Ví Dụ");
    EXPECT_EQ(proposal.typeId.value, "cong-van");
    EXPECT_EQ(proposal.subject.value, "báo cáo công tác văn thư, lưu trữ năm 2026");
    EXPECT_EQ(proposal.urgency.value, "normal");
    EXPECT_EQ(proposal.signerAuthority.value, "KT.");
    EXPECT_EQ(proposal.signerPosition.value, "Phó Giám đốc");
    EXPECT_EQ(proposal.signerName.value, "Trần Văn Ví Dụ");
    EXPECT_EQ(proposal.dueOn.value, "2026-03-20");
}

TEST(ReadProposal, IsSureOfEveryFieldOfAWellLaidOutLetter) {
    const auto proposal = readProposal(letter().text());
    for (const auto* field : {&proposal.symbol, &proposal.documentDate, &proposal.issuerName, &proposal.typeId, &proposal.subject,
                              &proposal.signerName, &proposal.dueOn}) {
        EXPECT_TRUE(field->isSure) << field->value;
    }
}

TEST(ReadProposal, JoinsTheTwoLinesOfACommitteesNameAndReadsItsPlan) {
    const auto proposal = readProposal(plan().text());
    EXPECT_EQ(proposal.issuerName.value, "Uỷ ban nhân dân xã Hoà Bình");
    EXPECT_EQ(proposal.superiorName.value, "");
    EXPECT_EQ(proposal.typeId.value, "ke-hoach");
    EXPECT_GE(proposal.typeId.confidence, 0.95);
    EXPECT_EQ(proposal.subject.value, "Kiểm tra công tác văn thư, lưu trữ năm 2026 trên địa bàn xã");
    EXPECT_EQ(proposal.documentDate.value, "2026-02-02") << "not the date of the decree it rests on";
    EXPECT_EQ(proposal.signerName.value, "Lê Thị Thử Nghiệm");
    EXPECT_EQ(proposal.signerPosition.value, "Chủ tịch");
    EXPECT_EQ(proposal.signerAuthority.value, "TM.");
}

TEST(ReadProposal, SaysWhereEachValueStands) {
    const auto proposal = readProposal(plan().text());
    ASSERT_TRUE(proposal.symbol.place && proposal.documentDate.place && proposal.subject.place && proposal.signerName.place);
    EXPECT_EQ(proposal.symbol.place->page, 1);
    EXPECT_LT(proposal.symbol.place->centre(), PageBuilder::kMiddle);
    EXPECT_GT(proposal.documentDate.place->centre(), PageBuilder::kMiddle);
    EXPECT_NEAR(proposal.subject.place->height, 32, 2) << "two lines of the subject";
    EXPECT_EQ(proposal.signerName.place->page, 2);
}

TEST(ReadProposal, ReadsASymbolThatGoesOnOnTheNextLine) {
    PageBuilder page;
    page.head("VĂN PHÒNG CHÍNH PHỦ", "", "Số: 7816/VPCP-", "Hà Nội, ngày 10 tháng 11 năm 2026");
    page.centred("TTĐT", PageBuilder::kLeftColumn, 114);
    const auto proposal = readProposal(page.text());
    EXPECT_EQ(proposal.symbol.value, "7816/VPCP-TTĐT");
    EXPECT_EQ(proposal.issuerName.value, "Văn phòng Chính phủ");
}

TEST(ReadProposal, IsSureOfANumberThatStandsInAFormFieldBesideItsLabel) {
    PageBuilder page;
    page.head("UỶ BAN NHÂN DÂN", "TỈNH VÍ DỤ", "", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    page.at("Số:", 110, 100).at("02/KH-UBND", 165, 100);
    const auto proposal = readProposal(page.text());
    EXPECT_EQ(proposal.symbol.value, "02/KH-UBND");
    EXPECT_TRUE(proposal.symbol.isSure);
}

TEST(ReadProposal, TakesTheLastAuthorityOfTheBlockForTheSigners) {
    auto page = plan();
    page.nextPage();
    page.centred("TM. UỶ BAN NHÂN DÂN", PageBuilder::kRightColumn, 100).centred("KT. CHỦ TỊCH", PageBuilder::kRightColumn, 116);
    page.centred("PHÓ CHỦ TỊCH", PageBuilder::kRightColumn, 132).centred("Trần Văn Ví Dụ", PageBuilder::kRightColumn, 220);
    PageBuilder alone;
    alone.centred("TM. UỶ BAN NHÂN DÂN", PageBuilder::kRightColumn, 100).centred("KT. CHỦ TỊCH", PageBuilder::kRightColumn, 116);
    alone.centred("PHÓ CHỦ TỊCH", PageBuilder::kRightColumn, 132).centred("Trần Văn Ví Dụ", PageBuilder::kRightColumn, 220);
    const auto proposal = readProposal(alone.text());
    EXPECT_EQ(proposal.signerAuthority.value, "KT.");
    EXPECT_EQ(proposal.signerPosition.value, "Phó Chủ tịch");
    EXPECT_FALSE(proposal.signerName.isSure) << "nothing beside it says that the document ends here";
    EXPECT_EQ(readProposal(page.text()).signerName.value, "Lê Thị Thử Nghiệm") << "the block beside Nơi nhận";
}

TEST(ReadProposal, ReadsAPartyDocument) {
    PageBuilder page;
    page.centred("TỈNH UỶ VÍ DỤ", PageBuilder::kLeftColumn, 60).centred("*", PageBuilder::kLeftColumn, 76);
    page.centred("ĐẢNG CỘNG SẢN VIỆT NAM", PageBuilder::kRightColumn, 60);
    page.centred("Số 11-CT/TU", PageBuilder::kLeftColumn, 96).centred("Ví Dụ, ngày 15 tháng 01 năm 2026", PageBuilder::kRightColumn, 96);
    page.centred("CHỈ THỊ", PageBuilder::kMiddle, 150).centred("về tăng cường kỷ luật, kỷ cương hành chính", PageBuilder::kMiddle, 168);
    const auto proposal = readProposal(page.text());
    EXPECT_EQ(proposal.symbol.value, "11-CT/TU");
    EXPECT_EQ(proposal.issuerName.value, "Tỉnh uỷ Ví Dụ");
    EXPECT_EQ(proposal.typeId.value, "chi-thi");
    EXPECT_EQ(proposal.subject.value, "về tăng cường kỷ luật, kỷ cương hành chính");
}

TEST(ReadProposal, ReadsALegalNormativeDecisionWithItsYear) {
    PageBuilder page;
    page.head("UỶ BAN NHÂN DÂN", "TỈNH VÍ DỤ", "Số: 15/2026/QĐ-UBND", "Ví Dụ, ngày 09 tháng 9 năm 2026");
    page.centred("QUYẾT ĐỊNH", PageBuilder::kMiddle, 150).centred("Ban hành Quy chế công tác văn thư", PageBuilder::kMiddle, 168);
    const auto proposal = readProposal(page.text());
    EXPECT_EQ(proposal.symbol.value, "15/2026/QĐ-UBND");
    EXPECT_EQ(proposal.typeId.value, "quyet-dinh");
    EXPECT_EQ(proposal.issuerName.value, "Uỷ ban nhân dân tỉnh Ví Dụ");
}

TEST(ReadProposal, NeverShowsABlankNumberOrDateAsSure) {
    PageBuilder page;
    page.head("UỶ BAN NHÂN DÂN", "TỈNH VÍ DỤ", "Số:     /UBND-VX", "Ví Dụ, ngày      tháng 3 năm 2026");
    const auto proposal = readProposal(page.text());
    EXPECT_EQ(proposal.symbol.value, "/UBND-VX");
    EXPECT_FALSE(proposal.symbol.isSure);
    EXPECT_FALSE(proposal.documentDate.isSure);
}

TEST(ReadProposal, ReadsTheUrgencyStamp) {
    for (const auto& [stamp, urgency] :
         {std::pair{"KHẨN", "urgent"}, {"THƯỢNG KHẨN", "very_urgent"}, {"HOẢ TỐC", "flash"}, {"H O Ả T Ố C", "flash"}}) {
        auto page = letter();
        page.centred(stamp, PageBuilder::kLeftColumn, 165);
        const auto proposal = readProposal(page.text());
        EXPECT_EQ(proposal.urgency.value, urgency) << stamp;
        EXPECT_TRUE(proposal.urgency.place) << stamp;
    }
}

TEST(ReadProposal, DoesNotTakeTheWordKhanInASentenceForAStamp) {
    auto page = letter();
    page.at("Đề nghị các đơn vị khẩn trương triển khai, báo cáo khẩn các vụ việc", 85, 300);
    EXPECT_EQ(readProposal(page.text()).urgency.value, "normal");
}

TEST(ReadProposal, TakesADeadlineWithoutADemandOrAYearAsUnsure) {
    PageBuilder page;
    page.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 1/SNV-VP", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    page.at("Các đơn vị gửi báo cáo trước ngày 15/4 theo mẫu.", 85, 300);
    const auto proposal = readProposal(page.text());
    EXPECT_EQ(proposal.dueOn.value, "2026-04-15");
    EXPECT_FALSE(proposal.dueOn.isSure);
}

TEST(ReadProposal, ReadsADeadlineThatIsWrittenOutWithItsHour) {
    PageBuilder page;
    page.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 1/SNV-VP", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    page.at("Yêu cầu các đơn vị gửi báo cáo trước 17 giờ 00 ngày 12 tháng 3 năm 2026.", 85, 300);
    const auto proposal = readProposal(page.text());
    EXPECT_EQ(proposal.dueOn.value, "2026-03-12");
    EXPECT_TRUE(proposal.dueOn.isSure);
}

TEST(ReadProposal, TakesNoDayBeforeTheDocumentForADeadline) {
    PageBuilder page;
    page.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 1/SNV-VP", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    page.at("Các nhiệm vụ phát sinh trước ngày 01/01/2026 được chuyển sang.", 85, 300);
    EXPECT_EQ(readProposal(page.text()).dueOn.value, "");
}

TEST(ReadProposal, FindsNothingSureInAPageWithoutWords) {
    const auto proposal = readProposal(PageText{{}, 595, 842});
    EXPECT_EQ(proposal.symbol.value, "");
    EXPECT_FALSE(proposal.symbol.isSure);
    EXPECT_EQ(proposal.subject.value, "");
    EXPECT_EQ(proposal.signerName.confidence, 0);
}

TEST(ReadProposal, DoesNotDependOnTheOrderOfTheWords) {
    auto words = letter().words();
    std::mt19937 random{2026};
    for (int round = 0; round < 20; ++round) {
        std::shuffle(words.begin(), words.end(), random);
        const auto proposal = readProposal(PageText{words, PageBuilder::kWidth, PageBuilder::kHeight});
        EXPECT_EQ(proposal.symbol.value, "237/SNV-CCHC");
        EXPECT_EQ(proposal.subject.value, "báo cáo công tác văn thư, lưu trữ năm 2026");
        EXPECT_EQ(proposal.signerName.value, "Trần Văn Ví Dụ");
    }
}

TEST(ReadProposal, ReadsTheSameFromShiftedAndScaledPages) {
    for (const double shift : {-15.0, 0.0, 12.0}) {
        for (const double scale : {0.9, 1.0, 1.1}) {
            auto words = letter().words();
            for (auto& word : words) {
                auto& place = word.place;
                place = {place.page, place.x * scale + shift, place.y * scale + shift, place.width * scale, place.height * scale};
            }
            const auto proposal = readProposal(PageText{words, PageBuilder::kWidth * scale, PageBuilder::kHeight * scale});
            EXPECT_EQ(proposal.symbol.value, "237/SNV-CCHC") << shift << ' ' << scale;
            EXPECT_EQ(proposal.documentDate.value, "2026-03-05") << shift << ' ' << scale;
            EXPECT_EQ(proposal.issuerName.value, "Sở Nội vụ") << shift << ' ' << scale;
            EXPECT_EQ(proposal.signerName.value, "Trần Văn Ví Dụ") << shift << ' ' << scale;
        }
    }
}

TEST(ReadProposal, SurvivesRandomWordsAnywhere) {
    std::mt19937 random{7};
    const std::vector<std::string> vocabulary{"Số:",  "ngày",  "32/13/2026", "15/",    "TM.",        "V/v", "QUYẾT",
                                              "ĐỊNH", "trước", "-",          "Nguyễn", "99999999/A", "MẬT,"};
    for (int round = 0; round < 200; ++round) {
        std::vector<PageWord> words;
        for (int i = 0; i < 60; ++i) {
            const auto pick = static_cast<std::size_t>(random() % vocabulary.size());
            const auto coordinate = [&random] { return static_cast<double>(random() % 800); };
            words.push_back(
                {vocabulary[pick], {1 + static_cast<int>(random() % 3), coordinate(), coordinate(), coordinate() / 10, coordinate() / 40}});
        }
        const auto proposal = readProposal(PageText{words, 595, 842});
        EXPECT_LE(proposal.symbol.confidence, 1);
    }
}

TEST(SecrecyMark, IsFoundWhereverItStandsAloneInCapitals) {
    for (const auto* mark : {"MẬT", "TỐI MẬT", "TUYỆT MẬT", "T U Y Ệ T M Ậ T", "Độ mật: MẬT"}) {
        auto page = letter();
        page.centred(mark, PageBuilder::kLeftColumn, 165);
        const bool isCapitals = std::string_view{mark} != "Độ mật: MẬT";
        EXPECT_EQ(findSecrecyMark(page.text()).has_value(), isCapitals) << mark;
    }
    auto secondPage = letter();
    secondPage.nextPage().centred("TỐI MẬT", PageBuilder::kMiddle, 40);
    EXPECT_EQ(findSecrecyMark(secondPage.text()), "TỐI MẬT");
}

TEST(SecrecyMark, IsNotSeenInSentencesAndOtherWords) {
    for (const auto* text : {"Danh mục bí mật nhà nước độ Mật", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "MẶT TRẬN TỔ QUỐC", "MẮT", "Tài liệu mật"}) {
        auto page = letter();
        page.at(text, 85, 300);
        EXPECT_FALSE(findSecrecyMark(page.text())) << text;
    }
}

}  // namespace congvu::incoming
