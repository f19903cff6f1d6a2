// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/TextLayer.h"

#include "PageBuilder.h"
#include "domain/recognition/PictureList.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace congvu::incoming {

namespace {

using testing::PageBuilder;
using Pages = std::vector<int>;

PageBuilder shortLetter() {
    PageBuilder page;
    page.head("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ", "Số: 237/SNV-CCHC", "Ví Dụ, ngày 05 tháng 3 năm 2026");
    page.centred("V/v báo cáo công tác văn thư", PageBuilder::kLeftColumn, 118, 12);
    return page;
}

/// Fills the page below the head.
void addBody(PageBuilder& page) {
    for (int line = 0; line < 12; ++line) {
        page.at("Sở Nội vụ đề nghị các đơn vị rà soát, gửi báo cáo kết quả về Sở để tổng hợp", 85, 230 + line * 18);
    }
}

Pages wanted(const PageBuilder& page, int pages, const std::set<int>& pictures = {}, int most = 20) {
    return pagesToRecognise({page.words(), pages, PageBuilder::kWidth, PageBuilder::kHeight, pictures}, most);
}

}  // namespace

TEST(PagesToRecognise, AreNoneOfABornDigitalDocument) {
    EXPECT_EQ(wanted(shortLetter(), 1), Pages{});
    auto whole = shortLetter();
    addBody(whole);
    EXPECT_EQ(wanted(whole, 3), Pages{}) << "empty pages have nothing to tell";
}

TEST(PagesToRecognise, AreAllPagesOfAScan) {
    EXPECT_EQ(wanted(PageBuilder{}, 3), (Pages{1, 2, 3}));
    EXPECT_EQ(wanted(PageBuilder{}, 300, {}, 20).size(), 20U);
    EXPECT_EQ(wanted(PageBuilder{}, 3, {}, 0), Pages{});
}

TEST(PagesToRecognise, AreThoseOfAScanWhoseOnlyWordsAreTheStampOfASignature) {
    PageBuilder page;
    page.at("Ký bởi: Sở Nội vụ tỉnh Ví Dụ", 380, 30, 8).at("Email: snv@vidu.gov.vn", 380, 40, 8);
    page.at("Thời gian ký: 05.03.2026 15:30:21 +07:00", 380, 50, 8);
    EXPECT_EQ(wanted(page, 1), Pages{1});
}

TEST(PagesToRecognise, ArePagesThatArePicturesWhateverAScannerHasWrittenBehindThem) {
    auto page = shortLetter();
    addBody(page);
    EXPECT_EQ(wanted(page, 1, {1}), Pages{1});
    EXPECT_EQ(wanted(page, 3, {3}), Pages{3}) << "a scanned appendix of a born-digital letter";
}

TEST(PagesToRecognise, AreThoseWhoseWordsAreOfAnOldFont) {
    PageBuilder page;
    for (int line = 0; line < 20; ++line) {
        page.at("Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc", 85, 60 + line * 18);
    }
    EXPECT_EQ(wanted(page, 1), Pages{1});
}

TEST(CoveredPages, AreReadFromTheListOfPictures) {
    constexpr const char* kListing =
        "page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio\n"
        "--------------------------------------------------------------------------------------------\n"
        "   1     0 image    1654  2339  rgb     3   8  jpeg   no         8  0   200   200  512K 4.5%\n"
        "   2     1 image     400   400  rgb     3   8  image  no         9  0   300   300 12.1K 2.6%\n"
        "   2     2 smask     400   400  gray    1   8  image  no         9  0   300   300  4.1K 2.6%\n"
        "   3     3 image    1654   780  gray    1   8  jpeg   no        10  0   200   200  112K 4.5%\n"
        "   3     4 image    1654   780  gray    1   8  jpeg   no   [inline]     200   200  112K 4.5%\n"
        "   3     5 image    1654   779  gray    1   8  jpeg   no        12  0   200   200  112K 4.5%\n";
    EXPECT_EQ(coveredPages(kListing, 595, 842), (std::set<int>{1, 3})) << "page 2 has a seal, page 3 is cut into strips";
    EXPECT_EQ(coveredPages("", 595, 842), std::set<int>{});
    EXPECT_EQ(coveredPages("1 0 image 1 1 rgb 3 8 jpeg no 8 0 0 0 1 1\nx\n", 595, 842), std::set<int>{});
}

}  // namespace congvu::incoming
