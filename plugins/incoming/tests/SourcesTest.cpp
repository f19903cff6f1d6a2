// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "domain/SenderCategory.h"

namespace congvu::incoming {

namespace {

class SourcesTest : public IncomingFixture {
protected:
    void arrive(const std::string& issuer, int times) {
        for (int count = 0; count < times; ++count) {
            Body body;
            body.issuer = issuer;
            body.symbol = std::to_string(++symbols_) + "/CV";
            ASSERT_EQ(registerPaper(body).status, 201);
        }
    }

private:
    int symbols_ = 0;
};

}  // namespace

TEST(SenderCategory, IsGuessedFromTheNameOfAnIssuer) {
    EXPECT_EQ(likelySenderCategory("Văn phòng Chính phủ"), "central");
    EXPECT_EQ(likelySenderCategory("Bộ Nội vụ"), "central");
    EXPECT_EQ(likelySenderCategory("Hợp tác xã Kênh Mẫu"), "other");
    EXPECT_EQ(likelySenderCategory("Bảo hiểm xã hội tỉnh Ví Dụ"), "province");
    EXPECT_EQ(likelySenderCategory("UBND tỉnh Ví Dụ"), "province");
    EXPECT_EQ(likelySenderCategory("Sở Tài chính"), "province");
    EXPECT_EQ(likelySenderCategory("Tỉnh ủy Ví Dụ"), "party");
    EXPECT_EQ(likelySenderCategory("Tỉnh uỷ Ví Dụ"), "party");
    EXPECT_EQ(likelySenderCategory("Đảng uỷ xã Suối Mẫu"), "party");
    EXPECT_EQ(likelySenderCategory("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"), "union");
    EXPECT_EQ(likelySenderCategory("UBND xã Cán Bộ"), "commune");
    EXPECT_EQ(likelySenderCategory("Công ty Điện lực"), "other");
}

TEST_F(SourcesTest, CountsArrivalsByGroupAndIssuerAndEveryFigureIsALengthOfAList) {
    arrive("Bộ Nội vụ", 3);
    arrive("UBND tỉnh Ví Dụ", 2);
    arrive("Tỉnh uỷ Ví Dụ", 1);
    const auto cancelled = harness.get(clerk, "/documents").at("items/0/id");
    harness.post(clerk, "/documents/" + cancelled + "/cancellation", R"({"reason":"a"})");
    const auto report = harness.get(clerk, "/source-report?from=2026-01-01&to=2026-03-31");
    EXPECT_EQ(report.at("documents"), "5") << report.body;
    EXPECT_EQ(report.at("groups/0/categoryId"), "central");
    EXPECT_EQ(report.at("groups/0/documents"), "3");
    EXPECT_EQ(report.at("groups/0/issuers/0/issuerName"), "Bộ Nội vụ");
    EXPECT_EQ(report.at("groups/3/documents"), "0") << "the cancelled one is not counted";
    const auto lengthOf = [&](const std::string& query) {
        const auto list = harness.get(clerk, "/documents?kept=1&arrivedFrom=2026-01-01&arrivedTo=2026-03-31&" + query);
        return list.at("total");
    };
    EXPECT_EQ(lengthOf("category=central"), "3");
    EXPECT_EQ(lengthOf("category=province"), "2");
    EXPECT_EQ(lengthOf("category=party"), "0");
    EXPECT_EQ(lengthOf("issuer=B%E1%BB%99%20N%E1%BB%99i%20v%E1%BB%A5"), "3");
    EXPECT_EQ(harness.get(clerk, "/source-report?from=2026-03-03&to=2026-03-31").at("documents"), "0");
    EXPECT_EQ(harness.get(clerk, "/source-report?from=2026-03-31&to=2026-01-01").at("errors/0/code"), "incoming.period-backwards");
    EXPECT_EQ(harness.get(head, "/source-report").status, 403);
}

TEST_F(SourcesTest, LetsClerksEditGroupsAndPutIssuersIntoThem) {
    arrive("Công ty Điện lực", 1);
    const auto groups =
        R"({"items":[{"id":"central","name":"Trung ương"},{"id":"business","name":"Doanh nghiệp"},{"id":"other","name":"Khác"}]})";
    EXPECT_EQ(harness.put(clerk, "/sender-categories", groups).at("items/1/name"), "Doanh nghiệp");
    EXPECT_EQ(harness.get(chair, "/sender-categories").at("items/2/id"), "other");
    EXPECT_EQ(harness.get(harness.as("clerk", "xa-b"), "/sender-categories").at("items/1/id"), "province");
    EXPECT_EQ(harness.put(clerk, "/senders", R"({"name":"Công ty Điện lực","categoryId":"business"})").status, 204);
    EXPECT_EQ(harness.get(clerk, "/senders?category=business").at("items/0/name"), "Công ty Điện lực");
    EXPECT_EQ(harness.get(clerk, "/source-report").at("groups/1/documents"), "1");
    EXPECT_EQ(harness.put(clerk, "/senders", R"({"name":"Công ty Điện lực","categoryId":"party"})").at("errors/0/pointer"), "/categoryId");
    EXPECT_EQ(harness.put(clerk, "/senders", R"({"name":"Chưa gặp","categoryId":"other"})").at("errors/0/pointer"), "/name");
    EXPECT_EQ(harness.put(clerk, "/sender-categories", R"({"items":[{"id":"other","name":"Khác"}]})").at("code"), "incoming.category-used");
    EXPECT_EQ(harness.put(clerk, "/sender-categories", R"({"items":[{"id":"a","name":"A"},{"id":"a","name":"B"}]})").status, 422);
    EXPECT_EQ(harness.put(chair, "/sender-categories", groups).status, 403);
    arrive("Công ty Điện lực", 1);
    EXPECT_EQ(harness.get(clerk, "/source-report").at("groups/1/documents"), "2") << "the clerk's choice stays";
    arrive("Tỉnh uỷ Ví Dụ", 1);
    const auto report = harness.get(clerk, "/source-report");
    EXPECT_EQ(report.at("groups/3/categoryId"), "") << "the guessed group was left out: " << report.body;
    EXPECT_EQ(report.at("groups/3/documents"), "1");
    EXPECT_EQ(harness.get(clerk, "/documents?kept=1&category=-").at("total"), "1") << "the figure leads to its document";
}

TEST_F(SourcesTest, PrintsTheReport) {
    arrive("Bộ Nội vụ", 2);
    const auto csv = harness.get(clerk, "/source-report/print?format=csv&from=2026-01-01&to=2026-03-31");
    EXPECT_EQ(csv.status, 200);
    EXPECT_THAT(csv.body, ::testing::HasSubstr("Bộ Nội vụ,2\r\n"));
    EXPECT_EQ(harness.get(clerk, "/source-report/print?format=pdf").body.substr(0, 5), "%PDF-");
    EXPECT_EQ(harness.get(clerk, "/source-report/print?format=xlsx").body.substr(0, 2), "PK");
    EXPECT_EQ(harness.get(clerk, "/source-report/print?format=doc").status, 422);
}

}  // namespace congvu::incoming
