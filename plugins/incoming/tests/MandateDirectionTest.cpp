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
