// SPDX-License-Identifier: Apache-2.0
#include "SigningFixture.h"

#include <gmock/gmock.h>

namespace congvu::signingdesk {

namespace {

using ::testing::IsEmpty;

class SigningPolicy : public SigningFixture {
protected:
    testing::TestResponse rule(const std::string& unit, const std::string& rule) {
        return harness.put(harness.as("administrator", "tinh"), "/api/v1/plugin-rules",
                           R"({"changes":[{"unitId":")" + harness.unitId(unit) + R"(","pluginId":"signing","rule":")" + rule + R"("}]})");
    }
};

}  // namespace

TEST_F(SigningPolicy, HidesRequestsOfOtherPostsAndAgenciesAsIfTheyDidNotExist) {
    const auto id = ask();
    for (const auto& stranger : {harness.as("chair", "xa-b"), harness.as("chair", "tinh"), clerk, harness.as("head", "kt-a")}) {
        for (const auto* rest : {"", "/file", "/outline", "/verification"}) {
            EXPECT_EQ(harness.get(stranger, "/requests/" + id + rest).status, 404) << stranger.postTitle << rest;
        }
        EXPECT_EQ(harness.post(stranger, "/requests/" + id + "/return", R"({"note":"a"})").status, 404);
        EXPECT_EQ(harness.get(stranger, "/requests").at("items/0/id"), "");
    }
    EXPECT_EQ(harness.get(chair, "/requests").at("items/0/id"), id);
}

TEST_F(SigningPolicy, HidesKeysOfOtherPeopleAndAgencies) {
    const auto personal = chairKey();
    const auto seal = sealKey();
    for (const auto& stranger : {harness.as("chair", "xa-b"), harness.as("clerk", "xa-b"), harness.as("head", "kt-a")}) {
        for (const auto& keyId : {personal, seal}) {
            EXPECT_EQ(harness.get(stranger, "/keys/" + keyId + "/image").status, 404);
            EXPECT_EQ(harness.post(stranger, "/keys/" + keyId + "/pin", R"({"pin":"aaaaaa","newPin":"bbbbbb"})").status, 404);
            EXPECT_EQ(harness.del(stranger, "/keys/" + keyId).status, 404);
        }
    }
    EXPECT_EQ(harness.del(harness.as("administrator", "xa-b"), "/agency-keys/" + seal).status, 404);
    EXPECT_EQ(harness.get(harness.as("administrator", "xa-b"), "/agency-keys").at("items/0/id"), "");
    EXPECT_EQ(harness.get(administrator, "/agency-keys").at("items/1/id").size(), 26U);
}

TEST_F(SigningPolicy, KeepsHandlersAwayFromTheDeskAndRootsAwayFromAllButTheirAdministrator) {
    const auto handler = harness.as("handler", "kt-a");
    EXPECT_EQ(harness.get(handler, "/requests").status, 403);
    EXPECT_EQ(harness.get(handler, "/keys").status, 403);
    EXPECT_EQ(harness.get(chair, "/roots").status, 403);
    EXPECT_EQ(harness.get(chair, "/agency-keys").status, 403);
    EXPECT_EQ(harness.get(administrator, "/requests").status, 403) << "an administrator sees no document";
}

TEST_F(SigningPolicy, ClosesTheDeskOfAUnitWhereThePluginIsOffAndKeepsEverythingForLater) {
    const auto id = ask();
    const auto keyId = chairKey();
    ASSERT_EQ(rule("xa-a", "off").status, 200);
    for (const auto* path : {"/requests", "/keys"}) {
        const auto answer = harness.get(chair, path);
        EXPECT_EQ(answer.status, 403);
        EXPECT_EQ(answer.at("code"), "plugin-off-for-unit");
    }
    EXPECT_EQ(sign(chair, keyId, {id}, pin).at("code"), "plugin-off-for-unit");
    EXPECT_THAT(harness.openWork(chair), IsEmpty());
    EXPECT_EQ(harness.get(harness.as("chair", "xa-b"), "/requests").status, 200) << "other agencies notice nothing";
    ASSERT_EQ(rule("xa-a", "inherit").status, 200);
    EXPECT_EQ(sign(chair, keyId, {id}, pin).at("results/0/isSigned"), "true");
}

TEST_F(SigningPolicy, ShowsTheListInPagesNewestFirst) {
    std::vector<std::string> ids;
    for (int index = 0; index < 5; ++index) {
        ids.push_back(ask());
        harness.advance(std::chrono::seconds{1});
    }
    const auto first = harness.get(chair, "/requests?limit=3");
    EXPECT_EQ(first.at("items/0/id"), ids[4]);
    EXPECT_EQ(first.at("items/2/id"), ids[2]);
    const auto second = harness.get(chair, "/requests?limit=3&cursor=" + first.at("next"));
    EXPECT_EQ(second.at("items/0/id"), ids[1]);
    EXPECT_EQ(second.at("items/1/id"), ids[0]);
    EXPECT_EQ(second.at("next"), "");
    EXPECT_EQ(harness.get(chair, "/requests?state=sometime").status, 422);
    EXPECT_EQ(harness.get(chair, "/requests?cursor=forged").status, 422);
}

}  // namespace congvu::signingdesk
