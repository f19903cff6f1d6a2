// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

namespace congvu::incoming {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TransferTest : public IncomingFixture {
protected:
    http::Caller specialist = harness.as("handler", "kt-a");

    std::string registered(const std::string& symbol = "15/UBND-VX") {
        Body body;
        body.symbol = symbol;
        return registerPaper(body).at("id");
    }
    [[nodiscard]] static std::string toUnit(const std::string& unitId) { return R"({"unitId":")" + unitId + R"("})"; }
    [[nodiscard]] static std::string toPost(const std::string& postId) { return R"({"postId":")" + postId + R"("})"; }
    TestResponse transfer(const http::Caller& caller, const std::string& id, const std::string& kind, const std::string& recipients,
                          const std::string& more = {}) {
        return harness.post(caller, "/documents/" + id + "/transfers",
                            R"({"kind":")" + kind + R"(","recipients":[)" + recipients + R"(],"note":"Giao xử lý")" + more + "}");
    }
    TestResponse act(const http::Caller& caller, const std::string& id, const std::string& transferId, const std::string& name) {
        const std::string body = name == "completion" ? R"({"note":"Đã giải quyết"})" : R"({"reason":"Nhầm nơi nhận"})";
        return harness.post(caller, "/documents/" + id + "/transfers/" + transferId + '/' + name, body);
    }
};

}  // namespace

TEST_F(TransferTest, HandsADocumentToADivisionWithoutADirection) {
    const auto id = registered();
    EXPECT_EQ(harness.get(head, "/documents/" + id).status, 404);
    const auto answer = transfer(clerk, id, "handle", toUnit(harness.unitId("kt-a")), R"(,"dueOn":"2026-03-10")");
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(stateOf(id), "transferred");
    EXPECT_EQ(harness.get(head, "/documents/" + id).at("document/dueOn"), "2026-03-10");
    EXPECT_THAT(harness.openWork(head), ElementsAre("incoming.handle"));
    EXPECT_THAT(harness.openWork(clerk), IsEmpty());
    EXPECT_THAT(harness.openWork(specialist), IsEmpty()) << "a unit's transfer lies with its heads";
    EXPECT_EQ(harness.get(clerk, "/documents?tab=in_work").at("items/0/id"), id);
}

TEST_F(TransferTest, ForwardsReturnsAndFinishesAlongTheWayItCame) {
    const auto id = registered();
    const auto first = transfer(clerk, id, "handle", toUnit(harness.unitId("kt-a"))).at("items/0/transfer/id");
    EXPECT_EQ(transfer(chair, id, "handle", toPost(specialist.postId)).status, 409) << "it lies with the division";
    EXPECT_EQ(transfer(head, id, "handle", toUnit(harness.unitId("kt-a"))).at("code"), "incoming.holds-already");
    const auto second = transfer(head, id, "handle", toPost(specialist.postId)).at("items/0/transfer/id");
    EXPECT_THAT(harness.openWork(specialist), ElementsAre("incoming.handle"));
    EXPECT_THAT(harness.openWork(head), IsEmpty());
    EXPECT_EQ(act(head, id, first, "return").status, 409) << "handed on already";
    ASSERT_EQ(act(specialist, id, second, "return").status, 204);
    EXPECT_THAT(harness.openWork(head), ElementsAre("incoming.handle"));
    EXPECT_THAT(harness.openWork(specialist), IsEmpty());
    EXPECT_EQ(stateOf(id), "transferred");
    const auto third = transfer(head, id, "handle", toPost(specialist.postId)).at("items/0/transfer/id");
    EXPECT_EQ(act(head, id, third, "completion").status, 403) << "not his to finish";
    const auto done = act(specialist, id, third, "completion");
    EXPECT_EQ(done.at("state"), "completed") << done.body;
    EXPECT_THAT(harness.openWork(specialist), IsEmpty());
}

TEST_F(TransferTest, TakesATransferBackAndTheDocumentLiesWithTheClerksAgain) {
    const auto id = submitted();
    const auto transferId = transfer(chair, id, "handle", toUnit(harness.unitId("vh-a"))).at("items/0/transfer/id");
    EXPECT_THAT(harness.openWork(chair), IsEmpty());
    EXPECT_EQ(act(head, id, transferId, "recall").status, 404) << "not visible to another division";
    EXPECT_EQ(act(chair, id, transferId, "recall").status, 204);
    EXPECT_EQ(act(chair, id, transferId, "recall").at("code"), "incoming.transfer-gone");
    EXPECT_EQ(stateOf(id), "registered");
    EXPECT_THAT(harness.openWork(clerk), ElementsAre("incoming.submit"));
    EXPECT_EQ(harness.get(harness.as("head", "vh-a"), "/documents/" + id).status, 404);
    const auto timeline = harness.get(clerk, "/documents/" + id + "/timeline");
    EXPECT_EQ(timeline.at("items/2/act"), "incoming.act.transferred");
    EXPECT_EQ(timeline.at("items/3/act"), "incoming.act.transfer-recalled");
    EXPECT_EQ(timeline.at("items/3/note"), "Nhầm nơi nhận");
}

TEST_F(TransferTest, TellsTheWayOfADocumentInItsRecord) {
    const auto id = registered();
    const auto first = transfer(clerk, id, "handle", toUnit(harness.unitId("vh-a"))).at("items/0/transfer/id");
    EXPECT_EQ(act(clerk, id, first, "recall").status, 204);
    transfer(clerk, id, "handle", toUnit(harness.unitId("kt-a")), R"(,"dueOn":"2026-03-10")");
    const auto record = harness.get(clerk, "/documents/" + id + "/record").body;
    const auto recalled = record.find("02/03/2026 " + clerk.personName + " chuyển ");
    ASSERT_NE(recalled, std::string::npos) << record;
    EXPECT_NE(record.find("Giao xử lý [rút lại: Nhầm nơi nhận]", recalled), std::string::npos) << record;
    EXPECT_NE(record.find("Giao xử lý (hạn 10/03/2026)", recalled), std::string::npos) << record;
}

TEST_F(TransferTest, ShowsForInformationWithoutTakingTheDocumentFromItsHolder) {
    const auto id = submitted();
    const auto informed = transfer(clerk, id, "inform", toUnit(harness.unitId("vh-a")) + ',' + toPost(head.postId));
    ASSERT_EQ(informed.status, 201) << informed.body;
    EXPECT_EQ(stateOf(id), "submitted");
    EXPECT_THAT(harness.openWork(chair), ElementsAre("incoming.direct"));
    EXPECT_THAT(harness.openWork(head), ElementsAre("incoming.inform"));
    EXPECT_THAT(harness.openWork(handler), ElementsAre("incoming.inform"));
    EXPECT_EQ(transfer(clerk, id, "inform", toPost(head.postId)).at("items/0/transfer/id"), informed.at("items/1/transfer/id"))
        << "nobody is informed twice";
    EXPECT_EQ(harness.post(head, "/documents/" + id + "/reading", "{}").status, 204);
    EXPECT_THAT(harness.openWork(head), IsEmpty());
    EXPECT_EQ(act(head, id, informed.at("items/1/transfer/id"), "completion").status, 403);
    EXPECT_EQ(act(clerk, id, informed.at("items/1/transfer/id"), "recall").status, 204);
    EXPECT_EQ(harness.get(head, "/documents/" + id).status, 404);
}

TEST_F(TransferTest, KeepsWhatADirectionGaveWhenInformationIsTakenBack) {
    const auto id = directed();
    const auto transferId = transfer(clerk, id, "inform", toUnit(harness.unitId("kt-a"))).at("items/0/transfer/id");
    EXPECT_EQ(act(clerk, id, transferId, "recall").status, 204);
    EXPECT_EQ(harness.get(head, "/documents/" + id).status, 200);
    transfer(clerk, id, "inform", toUnit(harness.unitId("kt-a")));
    EXPECT_EQ(harness.post(chair, "/documents/" + id + "/direction-withdrawal", R"({"reason":"a"})").status, 200);
    EXPECT_EQ(harness.get(head, "/documents/" + id).status, 200) << "still informed";
    EXPECT_EQ(harness.get(handler, "/documents/" + id).status, 404) << "the co-operating unit has lost it";
}

TEST_F(TransferTest, TellsTheSenderWhoHasOpenedItAndWhen) {
    const auto id = registered();
    transfer(clerk, id, "handle", toUnit(harness.unitId("kt-a")));
    const auto path = "/documents/" + id;
    EXPECT_EQ(harness.get(clerk, path + "/transfers").at("items/0/receipts/0/personName"), "");
    harness.advance(std::chrono::minutes{5});
    harness.post(head, path + "/reading", "{}");
    harness.advance(std::chrono::minutes{5});
    harness.post(head, path + "/reading", "{}");
    const auto seen = harness.get(clerk, path + "/transfers");
    EXPECT_EQ(seen.at("items/0/receipts/0/personName"), head.personName);
    EXPECT_EQ(seen.at("items/0/receipts/0/readAt"), "2026-03-02T02:05:00.000Z");
    EXPECT_EQ(seen.at("items/0/receipts/1/personName"), "");
    const auto own = harness.get(head, path + "/transfers");
    EXPECT_EQ(own.at("items/0/hasReceipts"), "false") << "receipts are the sender's";
    EXPECT_EQ(own.at("items/0/receipts/0/personName"), "");
    EXPECT_EQ(own.at("items/0/acts/0"), "complete");
}

TEST_F(TransferTest, RefusesWhoIsNotOfTheAgencyAndMoreThanOneHolder) {
    const auto id = registered();
    const auto kt = toUnit(harness.unitId("kt-a"));
    EXPECT_EQ(transfer(clerk, id, "handle", kt + ',' + toPost(handler.postId)).at("errors/0/code"), "incoming.one-holder");
    EXPECT_EQ(transfer(clerk, id, "inform", kt + ',' + kt).at("errors/0/code"), "incoming.assigned-twice");
    EXPECT_EQ(transfer(clerk, id, "handle", toUnit(harness.unitId("kt-b"))).at("errors/0/code"), "incoming.unknown-unit");
    EXPECT_EQ(transfer(clerk, id, "handle", toUnit(clerk.agencyId)).at("errors/0/code"), "incoming.unknown-unit");
    EXPECT_EQ(transfer(clerk, id, "handle", toPost(harness.postId("chair", "xa-b"))).at("errors/0/code"), "incoming.unknown-post");
    EXPECT_EQ(transfer(clerk, id, "handle", kt, R"(,"dueOn":"2026-03-01")").at("errors/0/code"), "incoming.deadline-in-past");
    EXPECT_EQ(transfer(clerk, id, "handle", "{}").at("errors/0/code"), "incoming.unit-or-post");
    EXPECT_EQ(transfer(handler, id, "inform", kt).status, 403);
    EXPECT_EQ(stateOf(id), "registered");
}

TEST_F(TransferTest, LetsSomebodyWhoWasOnlyInformedHandOutNothing) {
    const auto id = registered();
    transfer(clerk, id, "inform", toPost(head.postId));
    EXPECT_EQ(transfer(head, id, "handle", toPost(specialist.postId)).status, 403);
    EXPECT_EQ(transfer(head, id, "inform", toPost(specialist.postId)).status, 201);
}

TEST_F(TransferTest, EndsTheTransferWhenALeaderDirectsTheDocument) {
    const auto id = registered();
    transfer(clerk, id, "handle", toUnit(harness.unitId("vh-a")));
    EXPECT_EQ(harness.post(chair, "/documents/" + id + "/direction", directionJson(harness.unitId("kt-a"))).status, 201);
    EXPECT_THAT(harness.openWork(harness.as("head", "vh-a")), IsEmpty());
    EXPECT_EQ(harness.get(clerk, "/documents/" + id + "/transfers").at("items/0/transfer/state"), "ended");
    EXPECT_NE(harness.get(clerk, "/documents/" + id + "/transfers").at("items/0/transfer/endedAt"), "");
}

TEST_F(TransferTest, ActsOnManyDocumentsWithAResultForEach) {
    const auto one = registered("1/A");
    const auto two = directed("2/B");
    const auto foreign = harness.post(harness.as("clerk", "xa-b"), "/documents", Body{}.json()).at("id");
    const auto ids = '"' + one + R"(",")" + two + R"(",")" + foreign + R"(",")" + one + '"';
    const auto answer =
        harness.post(clerk, "/documents/bulk", R"({"act":"submit","ids":[)" + ids + R"(],"postId":")" + chair.postId + R"("})");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.at("items/0/isDone"), "true");
    EXPECT_EQ(answer.at("items/1/isDone"), "false");
    EXPECT_EQ(answer.at("items/1/code"), "incoming.not-now");
    EXPECT_EQ(answer.at("items/1/detail"), "directed");
    EXPECT_EQ(answer.at("items/2/code"), "not-found");
    EXPECT_EQ(answer.at("items/3/id"), "") << "an id twice is done once";
    EXPECT_EQ(stateOf(one), "submitted");
}

TEST_F(TransferTest, RefusesABulkActAsAWholeWhenTheActItselfIsWrong) {
    const auto id = registered();
    const auto ids = R"("ids":[")" + id + R"("])";
    EXPECT_EQ(harness.post(head, "/documents/bulk", R"({"act":"submit",)" + ids + R"(,"postId":"x"})").status, 403);
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"submit",)" + ids + "}").at("errors/0/pointer"), "/postId");
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"submit",)" + ids + R"(,"postId":")" + head.postId + R"("})").status, 422);
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"close",)" + ids + "}").at("errors/0/pointer"), "/note");
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"transfer",)" + ids + "}").at("errors/0/pointer"), "/recipients");
    const auto kt = R"(,"recipients":[)" + toUnit(harness.unitId("kt-a")) + R"(],"note":"Để biết")";
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"inform",)" + ids + kt + "}").at("items/0/isDone"), "true");
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"transfer",)" + ids + kt + "}").at("items/0/isDone"), "true");
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"read",)" + ids + "}").at("items/0/isDone"), "true");
    EXPECT_EQ(harness.post(clerk, "/documents/bulk", R"({"act":"close",)" + ids + R"(,"note":"Để lưu"})").at("items/0/isDone"), "true");
    EXPECT_EQ(stateOf(id), "completed");
}

TEST_F(TransferTest, ProposesTheLeaderToWhomSuchDocumentsUsuallyGoAndForcesNothing) {
    const auto ask = [&](const std::string& symbol, const std::string& issuer = "UBND%20t%E1%BB%89nh%20V%C3%AD%20D%E1%BB%A5") {
        return harness.get(clerk, "/leader-proposal?issuer=" + issuer + "&type=cong-van&symbol=" + symbol);
    };
    submitted("15/UBND-VX");
    EXPECT_EQ(ask("16/UBND-VX").at("postId"), "") << "once is no habit";
    submitted("16/UBND-VX");
    const auto proposal = ask("17/UBND-VX");
    EXPECT_EQ(proposal.at("postId"), chair.postId) << proposal.body;
    EXPECT_EQ(proposal.at("basis"), "issuer-and-field");
    EXPECT_EQ(proposal.at("field"), "VX");
    EXPECT_EQ(proposal.at("times"), "2");
    EXPECT_EQ(ask("18/UBND-KT").at("basis"), "issuer");
    EXPECT_EQ(ask("18/UBND-KT", "B%E1%BB%99").at("postId"), "");
    const auto id = registered("19/UBND-VX");
    EXPECT_EQ(harness.get(clerk, "/documents/" + id + "/leader-proposal").at("postId"), chair.postId);
    EXPECT_EQ(stateOf(id), "registered");
    EXPECT_EQ(harness.get(harness.as("clerk", "xa-b"), "/leader-proposal?issuer=UBND%20t%E1%BB%89nh%20V%C3%AD%20D%E1%BB%A5").at("postId"),
              "");
}

}  // namespace congvu::incoming
