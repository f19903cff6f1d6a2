// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace congvu::incoming {

namespace {

class RegisterDocumentTest : public IncomingFixture {};

}  // namespace

TEST_F(RegisterDocumentTest, GivesArrivalNumbersFromOneWithoutGaps) {
    for (int i = 1; i <= 5; ++i) {
        Body body;
        body.symbol = std::to_string(i) + "/UBND-VX";
        EXPECT_EQ(registerPaper(body).at("arrivalNumber"), std::to_string(i));
    }
}

TEST_F(RegisterDocumentTest, TakesNoNumberForARefusedRegistration) {
    ASSERT_EQ(registerPaper({}).at("arrivalNumber"), "1");
    ASSERT_EQ(registerPaper({}).status, 409);
    Body next;
    next.symbol = "16/UBND-VX";
    EXPECT_EQ(registerPaper(next).at("arrivalNumber"), "2");
}

TEST_F(RegisterDocumentTest, GivesManyClerksAtOnceEveryNumberExactlyOnce) {
    constexpr int kClerks = 64;
    constexpr int kDocuments = 2'000;
    std::atomic<int> next{1};
    std::mutex mutex;
    std::set<int> numbers;
    std::vector<std::thread> clerks;
    for (int c = 0; c < kClerks; ++c) {
        clerks.emplace_back([&] {
            for (int document = next++; document <= kDocuments; document = next++) {
                Body body;
                body.symbol = std::to_string(document) + "/UBND-VX";
                const auto number = std::stoi(registerPaper(body).at("arrivalNumber"));
                const std::lock_guard lock{mutex};
                EXPECT_TRUE(numbers.insert(number).second) << number;
            }
        });
    }
    for (auto& thread : clerks) {
        thread.join();
    }
    ASSERT_EQ(numbers.size(), static_cast<std::size_t>(kDocuments));
    EXPECT_EQ(*numbers.begin(), 1);
    EXPECT_EQ(*numbers.rbegin(), kDocuments);
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("all"), std::to_string(kDocuments));
}

TEST_F(RegisterDocumentTest, BeginsAgainWithOneInTheNewYearOfVietNam) {
    ASSERT_EQ(registerPaper({}).at("arrivalNumber"), "1");
    harness.setNow(*parseRfc3339("2026-12-31T16:59:59.000Z"));  // 23:59:59 in Viet Nam
    Body last;
    last.symbol = "16/UBND-VX";
    EXPECT_EQ(registerPaper(last).at("arrivalNumber"), "2");
    harness.setNow(*parseRfc3339("2026-12-31T17:00:00.000Z"));
    Body first;
    first.symbol = "17/UBND-VX";
    const auto answer = registerPaper(first);
    EXPECT_EQ(answer.at("arrivalNumber"), "1");
    EXPECT_EQ(answer.at("arrivedOn"), "2027-01-01");
    EXPECT_EQ(harness.get(clerk, "/documents").at("items/0/symbol"), "17/UBND-VX") << "the newest year comes first";
}

TEST_F(RegisterDocumentTest, KeepsACancelledNumberAndNeverUsesItAgain) {
    const auto id = registerPaper({}).at("id");
    const auto cancelled = harness.post(clerk, "/documents/" + id + "/cancellation", R"({"reason":"Vào sổ nhầm"})");
    ASSERT_EQ(cancelled.status, 200) << cancelled.body;
    EXPECT_EQ(cancelled.at("state"), "cancelled");
    const auto again = registerPaper({});
    EXPECT_EQ(again.status, 201) << "a cancelled document is no duplicate";
    EXPECT_EQ(again.at("arrivalNumber"), "2");
    EXPECT_EQ(harness.get(clerk, "/documents/" + id).at("document/frozenReason"), "Vào sổ nhầm");
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("waiting"), "1");
    EXPECT_EQ(harness.get(clerk, "/documents/counters").at("all"), "2");
}

TEST_F(RegisterDocumentTest, PutsTheDocumentOnTheDeskOfTheChosenLeader) {
    submitted();
    EXPECT_THAT(harness.openWork(chair), ::testing::ElementsAre("incoming.direct"));
    EXPECT_TRUE(harness.openWork(clerk).empty());
}

TEST_F(RegisterDocumentTest, LeavesTheDocumentWithTheClerksWhenNoLeaderIsChosen) {
    const auto id = registerPaper({}).at("id");
    EXPECT_THAT(harness.openWork(clerk), ::testing::ElementsAre("incoming.submit"));
    const auto answer =
        harness.post(clerk, "/documents/" + id + "/submission", R"({"postId":")" + chair.postId + R"(","note":"Kính trình"})");
    EXPECT_EQ(answer.at("state"), "submitted") << answer.body;
    EXPECT_TRUE(harness.openWork(clerk).empty());
    EXPECT_THAT(harness.openWork(chair), ::testing::ElementsAre("incoming.direct"));
}

TEST_F(RegisterDocumentTest, SubmitsOnlyToSomebodyWhoMayDirectInTheSameAgency) {
    for (const auto& post : {head.postId, harness.postId("chair", "xa-b"), std::string{"01JDEXAMPLE000000000000001"}}) {
        Body body;
        body.leader = post;
        const auto answer = registerPaper(body);
        EXPECT_EQ(answer.status, 422);
        EXPECT_EQ(answer.at("errors/0/code"), "incoming.not-a-leader");
    }
}

TEST_F(RegisterDocumentTest, PublishesWhatHappened) {
    submitted();
    EXPECT_THAT(publishedNames(), ::testing::ElementsAre("incoming.document-registered.v1"));
    EXPECT_EQ(publishedMembers("incoming.document-registered.v1", "symbol").front(), "15/UBND-VX");
}

TEST_F(RegisterDocumentTest, WritesEveryStepIntoTheHistory) {
    const auto id = directed();
    const auto timeline = harness.get(clerk, "/documents/" + id + "/timeline");
    EXPECT_EQ(timeline.at("items/0/act"), "incoming.act.registered");
    EXPECT_EQ(timeline.at("items/0/detail/number"), "1");
    EXPECT_EQ(timeline.at("items/1/act"), "incoming.act.submitted");
    EXPECT_EQ(timeline.at("items/2/act"), "incoming.act.directed");
    EXPECT_EQ(timeline.at("items/2/actorName"), chair.personName);
}

TEST_F(RegisterDocumentTest, CorrectsFactsOnlyAtTheVersionThatWasRead) {
    const auto id = registerPaper({}).at("id");
    const auto path = "/documents/" + id;
    const std::string facts = R"({"symbol":"15/UBND-VX","issuerName":"UBND tỉnh Ví Dụ","typeId":"cong-van","subject":"V/v đã sửa"})";
    EXPECT_EQ(harness.patch(clerk, path, facts).status, 428);
    const auto corrected = harness.patch(clerk, path, facts, "\"1\"");
    ASSERT_EQ(corrected.status, 200) << corrected.body;
    EXPECT_EQ(corrected.at("subject"), "V/v đã sửa");
    EXPECT_EQ(corrected.at("arrivalNumber"), "1");
    EXPECT_EQ(harness.patch(clerk, path, facts, "\"1\"").status, 412);
}

}  // namespace congvu::incoming
