// SPDX-License-Identifier: Apache-2.0
#include "IncomingFixture.h"

#include "congvu/testing/ActingCaller.h"

namespace congvu::incoming {

namespace {

using ::testing::Contains;

class MandateDirection : public IncomingFixture {
protected:
    http::Caller office = harness.as("office-head", "vp-a");

    TestResponse direct(const http::Caller& caller, const std::string& id, const std::string& unit = "kt-a") {
        return harness.post(caller, "/documents/" + id + "/direction", directionJson(harness.unitId(unit)));
    }
};

}  // namespace

TEST_F(MandateDirection, TheSubstituteDirectsForTheLeaderAndTheDocumentSaysSo) {
    const auto id = submitted();
    const auto acting = congvu::testing::actingFor(harness, chair, office, R"(["direct"])");
    const auto answer = direct(acting, id);
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_TRUE(harness.openWork(chair).empty());
    const auto document = harness.get(clerk, "/documents/" + id);
    EXPECT_EQ(document.at("directions/0/personName"), office.personName);
    EXPECT_EQ(document.at("directions/0/postTitle"), "Chánh Văn phòng, thay mặt Chủ tịch " + chair.personName);
    const auto timeline = harness.get(clerk, "/documents/" + id + "/timeline").body;
    EXPECT_NE(timeline.find(R"("behalf":{"mandateId":")" + acting.behalf.value().mandateId), std::string::npos) << timeline;
    EXPECT_EQ(publishedMembers("incoming.direction-given.v1", "postId").size(), 1U);
}

TEST_F(MandateDirection, TheWorkIsListedForTheSubstituteAndMarked) {
    submitted();
    congvu::testing::actingFor(harness, chair, office, R"(["direct"])");
    EXPECT_THAT(harness.openWork(office), Contains("incoming.direct"));
    const auto items = harness.get(office, "/api/v1/work-items?state=open");
    EXPECT_EQ(items.at("items/0/onBehalfOf"), "Chủ tịch " + chair.personName);
    EXPECT_EQ(harness.get(office, "/api/v1/work-items/counters").at("onBehalf/0/open"), "1");
}

TEST_F(MandateDirection, OutsideTheScopeNothingIsDirectedReturnedOrWithdrawn) {
    const auto id = submitted();
    const auto decisions = congvu::testing::actingFor(harness, chair, office, R"(["direct"])", R"(,"documentTypes":["QĐ"])");
    EXPECT_EQ(direct(decisions, id).at("code"), "core.mandate-scope") << "a letter is no decision";
    const auto back = harness.post(decisions, "/documents/" + id + "/return", R"({"reason":"Thiếu tài liệu"})");
    EXPECT_EQ(back.status, 403) << back.body;
    const auto culture = congvu::testing::actingFor(harness, chair, head, R"(["direct"])",
                                                    R"(,"documentTypes":["CV"],"unitIds":[")" + harness.unitId("vh-a") + "\"]");
    EXPECT_EQ(direct(culture, id, "kt-a").status, 403);
    EXPECT_EQ(direct(culture, id, "vh-a").status, 201);
    EXPECT_EQ(harness.post(culture, "/documents/" + id + "/direction-withdrawal", R"({"reason":"Nhầm"})").status, 403)
        << "a withdrawal names no unit";
}

TEST_F(MandateDirection, WhatWasTransferredToTheLeaderStaysWithHimUntilTheSubstituteDirectsIt) {
    const auto id = registerPaper({}).at("id");
    const auto path = "/documents/" + id;
    const auto toChair = R"(","recipients":[{"postId":")" + chair.postId + R"("}]})";
    const auto transferId = harness.post(clerk, path + "/transfers", R"({"kind":"handle)" + toChair).at("items/0/transfer/id");
    ASSERT_EQ(harness.post(clerk, path + "/transfers", R"({"kind":"inform)" + toChair).status, 201);
    auto acting = congvu::testing::actingFor(harness, chair, office, R"(["direct"])");
    acting.permissions = {"incoming.direct", "incoming.read", "incoming.read-all"};
    EXPECT_EQ(harness.get(chair, path + "/transfers").at("items/0/acts/0"), "complete");
    EXPECT_EQ(harness.get(acting, path + "/transfers").at("items/0/acts/0"), "") << "nothing is offered that is refused";
    EXPECT_EQ(harness.post(acting, path + "/transfers/" + transferId + "/completion", R"({"note":"Xong"})").status, 403);
    EXPECT_EQ(harness.post(acting, path + "/transfers/" + transferId + "/return", R"({"reason":"Nhầm"})").status, 403);
    EXPECT_EQ(harness.post(acting, path + "/reading", "{}").status, 204);
    EXPECT_THAT(harness.openWork(chair), ::testing::UnorderedElementsAre("incoming.handle", "incoming.inform"));
    EXPECT_EQ(direct(acting, id).status, 201);
    EXPECT_EQ(stateOf(id), "directed");
    const auto after = harness.get(clerk, path + "/transfers");
    EXPECT_EQ(after.at("items/0/transfer/state"), "ended");
    EXPECT_EQ(after.at("items/0/transfer/endedAt"), "2026-03-02T02:00:00.000Z");
}

TEST_F(MandateDirection, TheSubstituteOfAClerkDoesWhatTheMandateCoversAndNothingElse) {
    const auto letter = registerPaper({}).at("id");
    const auto path = "/documents/" + letter;
    const auto acting = congvu::testing::actingFor(harness, clerk, office, R"(["receive"])", R"(,"documentTypes":["QĐ"])");
    const auto facts = [](const std::string& type) {
        return R"({"symbol":"7/A","issuerName":"UBND tỉnh","typeId":")" + type + R"(","subject":"Phê duyệt"})";
    };
    const auto enter = [&](const std::string& type) { return harness.post(acting, "/documents", R"({"facts":)" + facts(type) + "}"); };
    EXPECT_EQ(enter("cong-van").at("code"), "core.mandate-scope");
    const auto decision = enter("quyet-dinh");
    ASSERT_EQ(decision.status, 201) << decision.body;
    EXPECT_EQ(decision.at("arrivalNumber"), "2") << "what was refused took no number";
    const auto decisionPath = "/documents/" + decision.at("id");
    const auto toChair = R"({"postId":")" + chair.postId + R"("})";
    EXPECT_EQ(harness.post(acting, path + "/submission", toChair).status, 403);
    EXPECT_EQ(harness.post(acting, decisionPath + "/submission", toChair).status, 200);
    EXPECT_EQ(harness.patch(acting, path, facts("quyet-dinh"), "\"1\"").status, 403) << "a letter is not made a decision";
    EXPECT_EQ(harness.post(acting, path + "/cancellation", R"({"reason":"Nhầm"})").status, 403);
    EXPECT_EQ(harness.post(acting, "/registers/chung/reservations", R"({"reason":"a","key":"k"})").status, 403) << "a number is of no type";
    EXPECT_EQ(harness.put(acting, "/sender-categories", R"({"items":[{"id":"a","name":"A"}]})").status, 403);
    const auto bulk =
        harness.post(acting, "/documents/bulk", R"({"act":"submit","ids":[")" + letter + R"("],"postId":")" + chair.postId + R"("})");
    EXPECT_EQ(bulk.at("items/0/code"), "core.mandate-scope") << bulk.body;
}

TEST_F(MandateDirection, FromTheFirstInstantAfterTheLastDayNothingIsPossible) {
    const auto id = submitted();
    const auto acting = congvu::testing::actingFor(harness, chair, office, R"(["direct"])");
    harness.setNow(startOfDayInVietnam({2026, 3, 7}));
    const auto late = direct(acting, id);
    EXPECT_EQ(late.status, 403);
    EXPECT_EQ(late.at("code"), "core.mandate-over");
    harness.setNow(startOfDayInVietnam({2026, 3, 7}) - std::chrono::milliseconds{1});
    EXPECT_EQ(direct(acting, id).status, 201);
}

}  // namespace congvu::incoming
