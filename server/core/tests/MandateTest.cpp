// SPDX-License-Identifier: Apache-2.0
#include "MandateFixture.h"

namespace congvu::core {

namespace {

/// When a mandate is in force and what it covers.
class MandateTest : public MandateFixture {};

}  // namespace

TEST_F(MandateTest, TheSubstituteActsInTheGiversPostWithTheMandatesPowersAlone) {
    const auto id = give(chair, wanted(deputy));
    const auto caller = acting(id, deputy);
    EXPECT_EQ(caller.postId, chair);
    EXPECT_EQ(caller.personId, as(deputy).personId);
    EXPECT_EQ(caller.postTitle, "Phó Chủ tịch, thay mặt Chủ tịch Người chair");
    EXPECT_EQ(caller.permissions, (std::vector<std::string>{"incoming.direct", "incoming.read-all"}));
    EXPECT_EQ(requireOf(caller, mandates::Act::direct), "none");
    EXPECT_EQ(requireOf(caller, mandates::Act::sign), "core.mandate-scope");
    EXPECT_EQ(requireOf(as(chair), mandates::Act::sign), "none") << "in the own post no mandate is asked for";
}

TEST_F(MandateTest, EndsAtMidnightInVietNamNotAMillisecondLater) {
    const auto id = give(chair, wanted(deputy));
    const auto caller = acting(id, deputy);
    clock.set(startOfDayInVietnam({2026, 3, 7}) - std::chrono::milliseconds{1});
    EXPECT_EQ(requireOf(caller, mandates::Act::direct), "none");
    clock.set(startOfDayInVietnam({2026, 3, 7}));
    EXPECT_EQ(requireOf(caller, mandates::Act::direct), "core.mandate-over");
    EXPECT_FALSE(core->mandates.ofPerson(id, as(deputy).personId));
    EXPECT_TRUE(core->mandates.actingFor(deputy).empty());
}

TEST_F(MandateTest, BeginsAtMidnightInVietNam) {
    const auto id = give(chair, wanted(deputy, {2026, 3, 4}));
    clock.set(startOfDayInVietnam({2026, 3, 4}) - std::chrono::milliseconds{1});
    EXPECT_FALSE(core->mandates.inForce(id, clock.now()));
    clock.set(startOfDayInVietnam({2026, 3, 4}));
    EXPECT_TRUE(core->mandates.inForce(id, clock.now()));
}

TEST_F(MandateTest, RevokedWhileWorkIsOpenItOpensNothingAndTheWorkStaysWithTheGiver) {
    const auto id = give(chair, wanted(deputy));
    create(work("d1", "incoming.direct", chair));
    const auto caller = acting(id, deputy);
    ASSERT_EQ(listOf(as(deputy)).size(), 1U);
    core->manageMandates.revoke(as(chair), id, "Về sớm");
    EXPECT_EQ(requireOf(caller, mandates::Act::direct), "core.mandate-over");
    EXPECT_TRUE(listOf(as(deputy)).empty());
    EXPECT_EQ(listOf(as(chair)).size(), 1U);
    EXPECT_EQ(errorOf([&] { core->manageMandates.revoke(as(chair), id, "Lần nữa"); }), "core.mandate-ended");
}

TEST_F(MandateTest, ARevocationCountsInATransactionThatBeganBeforeTheMemoryKnows) {
    const auto id = give(chair, wanted(deputy));
    const auto caller = acting(id, deputy);
    MandateRepository repository;
    db->write([&](db::Tx& tx) {
        ASSERT_TRUE(repository.revoke(tx, id, "", "", clock.now()));
        EXPECT_EQ(errorOf([&] { core->mandates.require(tx, caller, mandates::Act::direct, {}); }), "core.mandate-over");
    });
}

TEST_F(MandateTest, AMandateForAUnitCoversTheUnitsBelowItAndNoOther) {
    auto limited = wanted(deputy);
    limited.unitIds = {economyA};
    const auto id = give(chair, limited);
    const auto caller = acting(id, deputy);
    EXPECT_EQ(requireOf(caller, mandates::Act::direct, {economyA, ""}), "none");
    EXPECT_EQ(requireOf(caller, mandates::Act::direct, {officeA, ""}), "core.mandate-scope");
    EXPECT_EQ(requireOf(caller, mandates::Act::direct, {}), "core.mandate-scope") << "what does not say where it belongs";
    limited.unitIds = {communeB};
    EXPECT_EQ(refusal(chair, limited), "/unitIds/0 core.unknown-unit");
}

TEST_F(MandateTest, AMandateRestsWhileTheSubstituteIsAbsentHimself) {
    const auto id = give(chair, wanted(deputy));
    core->manageMandates.enterAbsence(as(deputy), {"", {2026, 3, 3}, {2026, 3, 3}, "Họp"});
    EXPECT_TRUE(core->mandates.inForce(id, clock.now()));
    clock.set(startOfDayInVietnam({2026, 3, 3}));
    EXPECT_FALSE(core->mandates.inForce(id, clock.now()));
    EXPECT_EQ(core->readMandates.list(as(chair), MandateScope::own, {}).items.front().standing, Standing::resting);
    clock.set(startOfDayInVietnam({2026, 3, 4}));
    EXPECT_TRUE(core->mandates.inForce(id, clock.now()));
    core->manageMandates.enterAbsence(as(deputy), {"", {2026, 3, 9}, {2026, 3, 11}, "Họp"});
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 9}, {2026, 3, 11})), "/substitutePostId core.substitute-absent");
}

TEST_F(MandateTest, AMandateIsOverWhenEitherPostEnds) {
    const auto first = give(chair, wanted(deputy));
    core->posts.end(systemCaller(), deputy);
    EXPECT_FALSE(core->mandates.inForce(first, clock.now()));
    const auto third = addTitled(communeA, "chair", "Phó Chủ tịch");
    const auto second = give(chair, wanted(third, {2026, 3, 9}, {2026, 3, 9}));
    clock.set(startOfDayInVietnam({2026, 3, 9}));
    ASSERT_TRUE(core->mandates.inForce(second, clock.now()));
    core->posts.end(systemCaller(), chair);
    EXPECT_FALSE(core->mandates.inForce(second, clock.now()));
}

TEST_F(MandateTest, GivesNothingThatTheGiverHasLostMeanwhile) {
    const auto id = give(chair, wanted(deputy));
    ASSERT_TRUE(acting(id, deputy).may("incoming.direct"));
    PostChanges changes;
    changes.roles = std::vector<std::string>{"clerk"};
    core->posts.change(systemCaller(), chair, changes, {});
    EXPECT_FALSE(acting(id, deputy).may("incoming.direct"));
    EXPECT_FALSE(acting(id, deputy).may("incoming.register")) << "nor what he has got and never entrusted";
}

TEST_F(MandateTest, RestsWhileTheGiversAccountIsDisabled) {
    const auto id = give(chair, wanted(deputy));
    PersonChanges changes;
    changes.status = PersonStatus::disabled;
    const auto person = as(chair).personId;
    core->people.change(systemCaller(), person, changes, core->store.current()->person(person)->version);
    EXPECT_FALSE(core->mandates.inForce(id, clock.now()));
    EXPECT_FALSE(core->mandates.ofPerson(id, as(deputy).personId));
}

TEST_F(MandateTest, WhoIsBackEarlierEndsTheMandatesGivenForTheAbsence) {
    const auto absence = core->manageMandates.enterAbsence(as(chair), {"", {2026, 3, 2}, {2026, 3, 6}, "Công tác"});
    auto input = wanted(deputy);
    input.absenceId = absence;
    const auto id = give(chair, input);
    clock.set(startOfDayInVietnam({2026, 3, 4}));
    core->manageMandates.endAbsence(as(chair), absence);
    EXPECT_FALSE(core->mandates.inForce(id, clock.now()));
    const auto absences = core->readMandates.absences(as(chair), MandateScope::own, AbsenceDays::all, {}).items;
    ASSERT_EQ(absences.size(), 1U);
    EXPECT_EQ(absences.front().until, (Date{2026, 3, 3}));
    EXPECT_TRUE(core->readMandates.absences(as(chair), MandateScope::own, AbsenceDays::notOver, {}).items.empty());
    EXPECT_EQ(errorOf([&] { core->manageMandates.endAbsence(as(chair), absence); }), "core.absence-over");
    EXPECT_EQ(errorOf([&] { core->manageMandates.endAbsence(as(deputy), absence); }), "not-found");
}

TEST_F(MandateTest, IsKnownAgainAfterARestart) {
    const auto id = give(chair, wanted(deputy));
    restart();
    EXPECT_TRUE(core->mandates.inForce(id, clock.now()));
}

}  // namespace congvu::core
