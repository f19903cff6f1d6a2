// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include <random>

namespace congvu::incoming {

namespace {

class DocumentListTest : public IncomingFixture {
protected:
    /// Symbols of every page of a list, in order.
    std::vector<std::string> walk(const http::Caller& caller, const std::string& query, int limit) {
        std::vector<std::string> symbols;
        std::string cursor;
        do {
            const auto page =
                harness.get(caller, "/documents?limit=" + std::to_string(limit) + query + (cursor.empty() ? "" : "&cursor=" + cursor));
            EXPECT_EQ(page.status, 200) << page.body;
            for (int i = 0; !page.at("items/" + std::to_string(i)).empty(); ++i) {
                symbols.push_back(page.at("items/" + std::to_string(i) + "/symbol"));
            }
            cursor = page.at("next");
        } while (!cursor.empty());
        return symbols;
    }
};

}  // namespace

TEST_F(DocumentListTest, WalksEveryPageInEverySortOrderWithoutLossOrRepetition) {
    const std::vector<std::string> due{"2026-03-10", "", "2026-03-04", "2026-03-10", "", "2026-03-04", "2026-03-20"};
    for (std::size_t i = 0; i < due.size(); ++i) {
        Body body;
        body.symbol = std::to_string(i + 1) + "/A";
        body.date = "2026-02-1" + std::to_string(i % 3);
        body.dueOn = due[i];
        ASSERT_EQ(registerPaper(body).status, 201);
    }
    EXPECT_THAT(walk(clerk, "", 3), ::testing::ElementsAre("7/A", "6/A", "5/A", "4/A", "3/A", "2/A", "1/A"));
    EXPECT_THAT(walk(clerk, "&sort=arrival", 3), ::testing::ElementsAre("1/A", "2/A", "3/A", "4/A", "5/A", "6/A", "7/A"));
    EXPECT_THAT(walk(clerk, "&sort=due", 2), ::testing::ElementsAre("3/A", "6/A", "1/A", "4/A", "7/A", "2/A", "5/A"));
    EXPECT_THAT(walk(clerk, "&sort=-due", 2), ::testing::ElementsAre("5/A", "2/A", "7/A", "4/A", "1/A", "6/A", "3/A"));
    EXPECT_THAT(walk(clerk, "&sort=-date", 2), ::testing::ElementsAre("6/A", "3/A", "5/A", "2/A", "7/A", "4/A", "1/A"));
}

TEST_F(DocumentListTest, FindsWithoutMarksAndTakesWildcardsLiterally) {
    Body first;
    first.subject = "V/v kiểm tra công tác văn thư 100%";
    ASSERT_EQ(registerPaper(first).status, 201);
    Body second;
    second.symbol = "16/UBND-VX";
    second.subject = "Giấy mời họp";
    ASSERT_EQ(registerPaper(second).status, 201);
    EXPECT_THAT(walk(clerk, "&q=van%20thu", 10), ::testing::ElementsAre("15/UBND-VX"));
    EXPECT_THAT(walk(clerk, "&q=100%25", 10), ::testing::ElementsAre("15/UBND-VX"));
    EXPECT_THAT(walk(clerk, "&q=%25", 10), ::testing::ElementsAre("15/UBND-VX"));
    EXPECT_THAT(walk(clerk, "&q=16%2Fubnd", 10), ::testing::ElementsAre("16/UBND-VX"));
    EXPECT_EQ(harness.get(clerk, "/documents?q=h%E1%BB%8Dp").at("total"), "1");
}

TEST_F(DocumentListTest, FiltersByIssuerTypeUrgencyAndDays) {
    Body body;
    body.issuer = "Sở Nội vụ";
    ASSERT_EQ(registerPaper(body).status, 201);
    Body other;
    other.symbol = "16/UBND-VX";
    ASSERT_EQ(registerPaper(other).status, 201);
    EXPECT_THAT(walk(clerk, "&issuer=S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5", 10), ::testing::ElementsAre("15/UBND-VX"));
    EXPECT_THAT(walk(clerk, "&type=quyet-dinh", 10), ::testing::IsEmpty());
    EXPECT_THAT(walk(clerk, "&urgency=normal", 10), ::testing::SizeIs(2));
    EXPECT_THAT(walk(clerk, "&arrivedFrom=2026-03-03", 10), ::testing::IsEmpty());
    EXPECT_EQ(harness.get(clerk, "/documents?tab=nothing&arrivedTo=x").status, 422);
}

TEST_F(DocumentListTest, MovesDocumentsToTheOverdueTabAtMidnightOfVietNam) {
    Body body;
    body.dueOn = "2026-03-02";
    body.leader = chair.postId;
    const auto id = registerPaper(body).at("id");
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("overdue"), "0");
    harness.setNow(*parseRfc3339("2026-03-02T17:00:00.000Z"));
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("overdue"), "1");
    EXPECT_EQ(harness.get(clerk, "/documents?tab=overdue").at("items/0/isOverdue"), "true");
    ASSERT_EQ(harness.post(clerk, "/documents/" + id + "/closing", R"({"note":"Để biết"})").status, 200);
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("overdue"), "0");
}

TEST_F(DocumentListTest, RemembersForEachPersonWhatWasRead) {
    const auto id = submitted();
    EXPECT_EQ(harness.get(chair, "/documents").at("items/0/isUnread"), "true");
    EXPECT_EQ(harness.post(chair, "/documents/" + id + "/reading", "").status, 204);
    EXPECT_EQ(harness.get(chair, "/documents").at("items/0/isUnread"), "false");
    EXPECT_EQ(harness.get(harness.as("office-head", "vp-a"), "/documents").at("items/0/isUnread"), "true") << "nobody else has read it";
}

TEST_F(DocumentListTest, CountsADocumentAsReadByTheClerkWhoRegisteredIt) {
    ASSERT_EQ(registerPaper({}).status, 201);
    EXPECT_EQ(harness.get(clerk, "/documents").at("items/0/isUnread"), "false");
    EXPECT_EQ(harness.get(chair, "/documents").at("items/0/isUnread"), "true") << "nobody else has read it";
}

TEST_F(DocumentListTest, KeepsTheCountersEqualToTheListsThroughRandomActs) {
    std::mt19937 random{42};
    std::vector<std::string> ids;
    const auto act = [&](const std::string& id) {
        const auto path = "/documents/" + id;
        switch (random() % 6) {
            case 0:
                return harness.post(clerk, path + "/submission", R"({"postId":")" + chair.postId + R"("})");
            case 1:
                return harness.post(chair, path + "/direction", directionJson(harness.unitId("kt-a")));
            case 2:
                return harness.post(chair, path + "/direction-withdrawal", R"({"reason":"a"})");
            case 3:
                return harness.post(clerk, path + "/closing", R"({"note":"a"})");
            case 4:
                return harness.post(chair, path + "/return", R"({"reason":"a"})");
            default:
                return harness.post(clerk, path + "/cancellation", R"({"reason":"a"})");
        }
    };
    for (int step = 0; step < 150; ++step) {
        if (ids.size() < 12) {
            Body body;
            body.symbol = std::to_string(step + 1) + "/B";
            ids.push_back(registerPaper(body).at("id"));
        }
        const auto status = act(ids[random() % ids.size()]).status;
        ASSERT_TRUE(status == 200 || status == 201 || status == 409) << status;
    }
    const auto counters = harness.get(clerk, "/documents/counters");
    for (const auto& [tab, name] : {std::pair{"all", "all"}, {"waiting", "waiting"}, {"in_work", "inWork"}, {"done", "done"}}) {
        EXPECT_EQ(counters.at(name), std::to_string(walk(clerk, std::string{"&tab="} + tab, 5).size())) << tab;
    }
}

}  // namespace congvu::incoming
