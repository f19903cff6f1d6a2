// SPDX-License-Identifier: Apache-2.0
#include "PersonalFixture.h"

namespace congvu::core {

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class FollowTest : public PersonalFixture {
protected:
    std::vector<std::string> followedBy(const http::Caller& caller) {
        std::vector<std::string> ids;
        for (const auto& follow : core->follows.page(caller, {}).items) {
            ids.push_back(follow.entityId);
        }
        return ids;
    }
};

}  // namespace

TEST_F(FollowTest, EveryStepIsToldToWhoeverFollows) {
    core->follows.follow(as(handler), paper("d1"));
    step(chair);
    step(chair, "d1", "incoming.act.directed");
    EXPECT_THAT(newsOf(handler), IsEmpty()) << "after the commit, not within it";
    EXPECT_EQ(core->followSteps.tellWaiting(), 2);
    EXPECT_THAT(newsOf(handler),
                ElementsAre("vi core.notify.followed.title title=Trích yếu d1 step=vi audit.incoming.directed who=Người chair | "
                            "vi core.notify.followed.text title=Trích yếu d1 step=vi audit.incoming.directed who=Người chair",
                            ::testing::HasSubstr("audit.incoming.registered")));
}

TEST_F(FollowTest, AStepIsToldOnce) {
    core->follows.follow(as(handler), paper("d1"));
    step(chair);
    core->followSteps.tellWaiting();
    EXPECT_EQ(core->followSteps.tellWaiting(), 0);
    EXPECT_EQ(newsOf(handler).size(), 1U);
}

TEST_F(FollowTest, TheBackgroundTellsRightAfterTheCommit) {
    startJobs();
    core->follows.follow(as(handler), paper("d1"));
    step(chair);
    jobs.runAll();
    EXPECT_EQ(newsOf(handler).size(), 1U);
}

TEST_F(FollowTest, NobodyIsToldWhatHeHasDoneHimself) {
    core->follows.follow(as(handler), paper("d1"));
    step(handler);
    core->followSteps.tellWaiting();
    EXPECT_THAT(newsOf(handler), IsEmpty());
}

TEST_F(FollowTest, WhatHappensByItselfIsToldWithoutAName) {
    core->follows.follow(as(handler), paper("d1"));
    step("");
    core->followSteps.tellWaiting();
    EXPECT_THAT(newsOf(handler), ElementsAre(::testing::StartsWith("vi core.notify.followed-alone.title")));
}

TEST_F(FollowTest, WhoeverDoesNotSeeTheEntityAnyMoreIsToldNothing) {
    core->follows.follow(as(handler), paper("d1"));
    core->follows.follow(as(colleague), paper("d1"));
    // The plugin takes the right away in the transaction of the step, after it has written the timeline.
    db->write([&](db::Tx& tx) {
        core->timeline.append(tx, as(chair), paper("d1"), "incoming.act.directed");
        papers->readers["d1"].erase(handler);
    });
    core->followSteps.tellWaiting();
    EXPECT_THAT(newsOf(handler), IsEmpty());
    EXPECT_EQ(newsOf(colleague).size(), 1U);
    EXPECT_THAT(followedBy(as(handler)), IsEmpty());
    EXPECT_THAT(followedBy(as(colleague)), ElementsAre("d1"));
}

TEST_F(FollowTest, WhereThePluginIsOffNothingIsToldOrListed) {
    core->follows.follow(as(handler), paper("d1"));
    turnOff(economyA);
    step(chair);
    core->followSteps.tellWaiting();
    EXPECT_THAT(newsOf(handler), IsEmpty());
    EXPECT_THAT(followedBy(as(handler)), IsEmpty());
}

TEST_F(FollowTest, APluginThatFailsAtOneDocumentKeepsNobodyElseWaiting) {
    papers->readers["d2"] = papers->readers["d1"];
    core->follows.follow(as(handler), paper("d1"));
    core->follows.follow(as(handler), paper("d2"));
    papers->broken = "d1";
    step(chair, "d2");
    step(chair, "d1");
    step(chair, "d2", "incoming.act.directed");
    EXPECT_EQ(core->followSteps.tellWaiting(), 3);
    EXPECT_THAT(newsOf(handler), ElementsAre(::testing::HasSubstr("d2"), ::testing::HasSubstr("d2")));
    EXPECT_EQ(core->followSteps.tellWaiting(), 0) << "it is not tried for ever";
}

TEST_F(FollowTest, OnlyWhatOneSeesIsFollowed) {
    const auto refusal = [&](const std::string& post, const EntityRef& entity) {
        return errorOf([&] { core->follows.follow(as(post), entity); });
    };
    EXPECT_EQ(refusal(handler, paper("d2")), "not-found") << "no such document";
    EXPECT_EQ(refusal(clerk, paper("d1")), "not-found") << "without the permission";
    EXPECT_EQ(refusal(handler, {"incoming", "proposal", "d1"}), "not-found") << "a type that nobody answers for";
    EXPECT_EQ(refusal(handler, {"nowhere", "document", "d1"}), "not-found");
    EXPECT_EQ(errorOf([&] { core->follows.unfollow(as(handler), paper("d2")); }), "not-found");
}

TEST_F(FollowTest, FollowingTwiceIsFollowingOnceAndEndsAtOnce) {
    core->follows.follow(as(handler), paper("d1"));
    core->follows.follow(as(handler), paper("d1"));
    EXPECT_THAT(followedBy(as(handler)), ElementsAre("d1"));
    core->follows.unfollow(as(handler), paper("d1"));
    EXPECT_EQ(errorOf([&] { core->follows.unfollow(as(handler), paper("d1")); }), "none");
    step(chair);
    EXPECT_EQ(core->followSteps.tellWaiting(), 0);
    EXPECT_THAT(followedBy(as(handler)), IsEmpty());
}

TEST_F(FollowTest, WhatOneNoLongerSeesCanStillBeLeft) {
    core->follows.follow(as(handler), paper("d1"));
    papers->readers["d1"].erase(handler);
    EXPECT_EQ(errorOf([&] { core->follows.unfollow(as(handler), paper("d1")); }), "none");
}

TEST_F(FollowTest, TheListShowsWhatHappenedLast) {
    papers->readers["d2"] = {handler};
    core->follows.follow(as(handler), paper("d1"));
    core->follows.follow(as(handler), paper("d2"));
    step(chair);
    step(chair, "d1", "incoming.act.directed");
    const auto page = core->follows.page(as(handler), {});
    ASSERT_EQ(page.items.size(), 2U);
    EXPECT_EQ(page.items[0].entityId, "d2");
    EXPECT_FALSE(page.items[0].lastAt);
    EXPECT_EQ(page.items[1].title, "Trích yếu d1");
    EXPECT_EQ(page.items[1].lastStep, "vi audit.incoming.directed");
    EXPECT_EQ(page.items[1].lastActor, "Người chair");
    const auto first = core->follows.page(as(handler), {{}, 1});
    ASSERT_TRUE(first.next);
    EXPECT_EQ(core->follows.page(as(handler), {*first.next, 1}).items.front().entityId, "d1");
}

TEST_F(FollowTest, OneFollowsInTheOwnPostOnlyAndReadsThatListAlsoWhileActingForAnother) {
    core->follows.follow(as(handler), paper("d1"));
    auto acting = as(chair);
    acting.personId = as(handler).personId;
    acting.behalf = http::Behalf{"m1", handler, "Chuyên viên", "Chủ tịch", "Người chair"};
    EXPECT_EQ(errorOf([&] { core->follows.follow(acting, paper("d1")); }), "core.follow-in-own-post");
    EXPECT_THAT(followedBy(acting), ElementsAre("d1"));
    papers->readers["d1"].erase(handler);
    EXPECT_THAT(followedBy(acting), IsEmpty()) << "what the giver sees is not the substitute's to follow";
}

}  // namespace congvu::core
