// SPDX-License-Identifier: Apache-2.0
#include "domain/proposal/SubjectReader.h"

#include "PageBuilder.h"
#include "domain/proposal/ProposalReader.h"

#include <gtest/gtest.h>

#include <vector>

namespace congvu::incoming {

namespace {

using testing::PageBuilder;

constexpr double kFirstSubjectLine = 118;
constexpr double kLetterLineHeight = 15;
constexpr double kTitleLine = 150;
constexpr double kTitleLineHeight = 18;

/// The head of an official letter with these lines below its number.
PageBuilder letterWith(const std::vector<std::string>& belowNumber) {
    PageBuilder page;
    page.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 237/SNV-CCHC", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    double down = kFirstSubjectLine;
    for (const auto& line : belowNumber) {
        page.centred(line, PageBuilder::kLeftColumn, down, 12);
        down += kLetterLineHeight;
    }
    page.centred("Kính gửi: Uỷ ban nhân dân các xã, phường.", PageBuilder::kMiddle, 230);
    return page;
}

/// The head of a document of a named type with these lines in the middle, the type's name first.
PageBuilder titled(const std::string& number, const std::vector<std::string>& title) {
    PageBuilder page;
    page.head("UỶ BAN NHÂN DÂN", "TỈNH VÍ DỤ", number, "Ví Dụ, ngày 05 tháng 3 năm 2026");
    double down = kTitleLine;
    for (const auto& line : title) {
        page.centred(line, PageBuilder::kMiddle, down, 14);
        down += kTitleLineHeight;
    }
    return page;
}

std::string subjectOf(const PageBuilder& page) {
    return readProposal(page.text()).subject.value;
}

/// The deadline of a letter with one paragraph of these lines.
ReadField deadlineIn(const std::vector<std::string>& lines) {
    auto page = letterWith({"V/v báo cáo"});
    double down = 500;
    for (const auto& line : lines) {
        page.at(line, 85, down);
        down += 18;
    }
    return readProposal(page.text()).dueOn;
}

}  // namespace

TEST(ReadSubject, IsKeptWithoutTheWordsThatOnlyIntroduceIt) {
    for (const auto* opening : {"V/v", "V/v:", "v/v", "Về việc", "Về việc:"}) {
        EXPECT_EQ(subjectOf(letterWith({std::string{opening} + " rà soát thủ tục", "hành chính năm 2026"})),
                  "rà soát thủ tục hành chính năm 2026")
            << opening;
    }
}

TEST(ReadSubject, StartsOnTheNextLineWhenItsIntroductionStandsAlone) {
    EXPECT_EQ(subjectOf(letterWith({"V/v", "rà soát thủ tục hành chính"})), "rà soát thủ tục hành chính");
}

TEST(ReadSubject, EndsAtTheUrgencyStampBelowIt) {
    for (const auto* stamp : {"KHẨN", "THƯỢNG KHẨN", "HOẢ TỐC", "HỎA TỐC", "H O Ả T Ố C", "(KHẨN)"}) {
        const auto page = letterWith({"V/v rà soát thủ tục", "hành chính năm 2026", stamp});
        EXPECT_EQ(subjectOf(page), "rà soát thủ tục hành chính năm 2026") << stamp;
        EXPECT_NE(readProposal(page.text()).urgency.value, "normal") << stamp;
    }
}

TEST(ReadSubject, IsFoundBelowAStampThatStandsAboveIt) {
    EXPECT_EQ(subjectOf(letterWith({"KHẨN", "V/v rà soát thủ tục", "hành chính"})), "rà soát thủ tục hành chính");
}

TEST(ReadSubject, GoesOnWithALineThatBeginsLikeTheContentButInSmallLetters) {
    EXPECT_EQ(subjectOf(letterWith({"V/v báo cáo tình hình", "thực hiện nhiệm vụ", "theo Kế hoạch số 12/KH-UBND"})),
              "báo cáo tình hình thực hiện nhiệm vụ theo Kế hoạch số 12/KH-UBND");
}

TEST(ReadSubject, OfANamedTypeStandsBelowItsName) {
    for (const auto& [number, name, typeId] : {std::tuple{"Số: 12/KH-UBND", "KẾ HOẠCH", "ke-hoach"},
                                               {"Số: 3/CT-UBND", "CHỈ THỊ", "chi-thi"},
                                               {"Số: 45/TB-UBND", "THÔNG BÁO", "thong-bao"},
                                               {"Số: 6/BC-UBND", "BÁO CÁO", "bao-cao"},
                                               {"Số: 7/CĐ-UBND", "CÔNG ĐIỆN", "cong-dien"}}) {
        auto page = titled(number, {name, "Tăng cường công tác phòng, chống thiên tai", "trên địa bàn tỉnh năm 2026"});
        page.at("Thực hiện Công điện số 15/CĐ-TTg ngày 01 tháng 3 năm 2026 của Thủ tướng Chính phủ,", 113, 240);
        const auto reading = readProposal(page.text());
        EXPECT_EQ(reading.typeId.value, typeId);
        EXPECT_EQ(reading.subject.value, "Tăng cường công tác phòng, chống thiên tai trên địa bàn tỉnh năm 2026") << name;
        EXPECT_TRUE(reading.subject.isSure) << name;
    }
}

TEST(ReadSubject, OfADecisionKeepsAnAgencyInRunningLettersAndEndsAtTheAuthority) {
    const auto page = titled("Số: 15/QĐ-UBND", {"QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số của",
                                                "Uỷ ban nhân dân tỉnh Ví Dụ", "CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH VÍ DỤ"});
    EXPECT_EQ(subjectOf(page), "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số của Uỷ ban nhân dân tỉnh Ví Dụ");
}

TEST(ReadSubject, OfANamedTypeEndsWhereAnIndentedParagraphBeginsRightBelowIt) {
    auto page = titled("Số: 45/TB-UBND", {"THÔNG BÁO", "Kết luận của Chủ tịch tại cuộc họp giao ban tháng"});
    page.at("Tại cuộc họp giao ban tháng, sau khi nghe các ý kiến, Chủ tịch kết luận:", 118, kTitleLine + 2 * kTitleLineHeight);
    EXPECT_EQ(subjectOf(page), "Kết luận của Chủ tịch tại cuộc họp giao ban tháng");
}

TEST(ReadSubject, OfANamedTypeDoesNotTakeTheStampBesideIt) {
    auto page = titled("Số: 12/KH-UBND", {"KẾ HOẠCH", "Phòng, chống thiên tai", "và tìm kiếm cứu nạn năm 2026"});
    page.centred("KHẨN", PageBuilder::kLeftColumn, 120);
    EXPECT_EQ(subjectOf(page), "Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026");
    auto below = titled("Số: 12/KH-UBND", {"KẾ HOẠCH", "Phòng, chống thiên tai", "THƯỢNG KHẨN"});
    EXPECT_EQ(subjectOf(below), "Phòng, chống thiên tai");
}

TEST(ReadDeadline, IsReadAtTheVeryEndOfADocument) {
    for (const auto* end :
         {"20/3/2026.", "20/3/2026./.", "20/03/2026.", "20-3-2026;", "20 tháng 3 năm 2026./.", "20/3/2026 (thứ Sáu)./."}) {
        const auto due = deadlineIn({std::string{"Đề nghị các xã gửi báo cáo về Sở Nội vụ trước ngày "} + end});
        EXPECT_EQ(due.value, "2026-03-20") << end;
        EXPECT_TRUE(due.isSure) << end;
    }
}

TEST(ReadDeadline, IsReadAcrossTheEndOfALine) {
    EXPECT_EQ(deadlineIn({"Yêu cầu các đơn vị gửi báo cáo về Sở Nội vụ trước", "ngày 20/3/2026 để tổng hợp."}).value, "2026-03-20");
    EXPECT_EQ(deadlineIn({"Yêu cầu các đơn vị gửi báo cáo về Sở Nội vụ trước ngày", "20 tháng 3 năm 2026./."}).value, "2026-03-20");
}

TEST(ReadDeadline, IsReadInTheWaysInWhichItIsDemanded) {
    for (const auto* sentence : {"Báo cáo gửi về Sở chậm nhất ngày 20/3/2026.", "Thời hạn hoàn thành: trước ngày 20/3/2026.",
                                 "Hoàn thành trước 17 giờ 00 ngày 20/3/2026.", "Gửi kết quả trước 17h00' ngày 20/3/2026.",
                                 "Hạn trả lời: ngày 20 tháng 3 năm 2026.", "Gửi ý kiến góp ý trước ngày 20/03/2026 ./."}) {
        EXPECT_EQ(deadlineIn({sentence}).value, "2026-03-20") << sentence;
    }
}

}  // namespace congvu::incoming
