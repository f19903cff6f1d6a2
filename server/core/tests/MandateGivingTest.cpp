// SPDX-License-Identifier: Apache-2.0
#include "MandateFixture.h"

namespace congvu::core {

namespace {

/// Which absences and mandates may be entered.
class MandateGivingTest : public MandateFixture {};

}  // namespace

TEST_F(MandateGivingTest, NobodySubstitutesForHimself) {
    NewPost second;
    second.personId = as(chair).personId;
    second.unitId = communeA;
    second.title = "Phó Chủ tịch";
    second.roles = {"chair"};
    const auto other = core->posts.create(systemCaller(), second);
    EXPECT_EQ(refusal(chair, wanted(chair)), "/substitutePostId core.mandate-to-oneself");
    EXPECT_EQ(refusal(chair, wanted(other)), "/substitutePostId core.mandate-to-oneself");
}

TEST_F(MandateGivingTest, ACircleOfSubstitutesIsRefusedWhileDaysAndActsMeet) {
    give(chair, wanted(deputy));
    EXPECT_EQ(refusal(deputy, wanted(chair)), "/substitutePostId core.mandate-cycle");
    EXPECT_EQ(refusal(deputy, wanted(chair, {2026, 3, 9}, {2026, 3, 10})), "none") << "other days";
    EXPECT_EQ(refusal(deputy, signing(chair)), "none") << "another act";
}

TEST_F(MandateGivingTest, WhatWasEntrustedIsNotPassedOn) {
    const auto third = addTitled(communeA, "chair", "Phó Chủ tịch");
    const auto id = give(chair, wanted(deputy));
    give(deputy, wanted(third));
    ASSERT_EQ(core->mandates.actingFor(third).size(), 1U);
    EXPECT_EQ(core->mandates.actingFor(third).front().giverPostId, deputy) << "for the deputy's own work, not for the chair's";
    EXPECT_FALSE(core->mandates.substituteOf(chair, mandates::Act::direct, {}, clock.now())->substitutePostId == third);
    EXPECT_EQ(errorOf([&] {
                  core->manageMandates.give(acting(id, deputy), wanted(third, {2026, 3, 9}, {2026, 3, 9}));
              }),
              "core.mandate-no-passing-on");
}

TEST_F(MandateGivingTest, OneThingHasOneSubstituteAtATime) {
    const auto third = addTitled(communeA, "chair", "Phó Chủ tịch");
    auto first = wanted(deputy);
    first.documentTypes = {"QĐ"};
    give(chair, first);
    auto second = wanted(third);
    EXPECT_EQ(refusal(chair, second), "/from core.mandate-overlaps");
    second.documentTypes = {"CV", "KH"};
    EXPECT_EQ(refusal(chair, second), "none");
    EXPECT_EQ(core->mandates.substituteOf(chair, mandates::Act::direct, {"", "QĐ"}, clock.now())->substitutePostId, deputy);
    EXPECT_EQ(core->mandates.substituteOf(chair, mandates::Act::direct, {"", "KH"}, clock.now())->substitutePostId, third);
    EXPECT_FALSE(core->mandates.substituteOf(chair, mandates::Act::direct, {"", "TTr"}, clock.now()));
}

TEST_F(MandateGivingTest, WhoManagesMandatesTakesNoneForHimselfAndTheGiverIsTold) {
    auto input = wanted(administrator);
    input.giverPostId = chair;
    EXPECT_EQ(refusal(administrator, input), "/substitutePostId core.mandate-to-its-manager");
    input.substitutePostId = deputy;
    const auto id = give(administrator, input);
    EXPECT_EQ(newsOf(as(chair)), (std::vector<std::string>{"vi core.notify.own-mandate-given.title"}));
    core->manageMandates.revoke(as(chair), id, "Không cần");
    EXPECT_EQ(newsOf(as(chair)).size(), 1U) << "what he does himself he knows";
    EXPECT_EQ(newsOf(as(deputy)), (std::vector<std::string>{"vi core.notify.mandate-revoked.title", "vi core.notify.mandate-given.title"}));
}

TEST_F(MandateGivingTest, ReceivingIsNotLimitedToUnitsForWhatArrivesIsOfNone) {
    const auto clerk = addPost(officeA, "clerk");
    auto input = wanted(deputy);
    input.acts = {"receive"};
    input.documentTypes = {"QĐ"};
    input.unitIds = {officeA};
    EXPECT_EQ(refusal(clerk, input), "/unitIds core.mandate-receives-for-all");
    input.unitIds.clear();
    EXPECT_EQ(refusal(clerk, input), "none");
}

TEST_F(MandateGivingTest, AMandateForAnAbsenceLiesWithinItsDays) {
    auto input = wanted(deputy, {2026, 3, 3}, {2026, 3, 6});
    input.absenceId = core->manageMandates.enterAbsence(as(chair), {"", {2026, 3, 3}, {2026, 3, 5}, "Công tác"});
    EXPECT_EQ(refusal(chair, input), "/until core.mandate-outside-absence");
    input.from = {2026, 3, 2};
    EXPECT_EQ(refusal(chair, input), "/from core.mandate-outside-absence");
    input.from = {2026, 3, 3};
    input.until = {2026, 3, 5};
    EXPECT_EQ(refusal(chair, input), "none");
    auto ofDeputy = wanted(chair, {2026, 3, 9}, {2026, 3, 9});
    ofDeputy.absenceId = input.absenceId;
    EXPECT_EQ(refusal(deputy, ofDeputy), "/absenceId core.unknown-absence") << "of somebody else";
}

TEST_F(MandateGivingTest, KTIsForADeputyOfTheSameUnitAndTUQNeedsAWrittenBasis) {
    auto input = wanted(head);
    input.acts = {"sign"};
    EXPECT_EQ(refusal(chair, input), "/signAs core.mandate-not-deputy");
    input.signAs = mandates::SignAs::tuq;
    EXPECT_EQ(refusal(chair, input), "/basis core.mandate-in-writing");
    input.basis = "Giấy uỷ quyền số 03/GUQ-UBND ngày 01/03/2026";
    EXPECT_EQ(refusal(chair, input), "none");
    auto ofDeputy = wanted(deputy, {2026, 3, 9}, {2026, 3, 9});
    ofDeputy.acts = {"sign"};
    EXPECT_EQ(refusal(chair, ofDeputy), "none");
}

TEST_F(MandateGivingTest, NobodyEntrustsWhatHisPostDoesNotHoldNorForOthers) {
    EXPECT_EQ(refusal(head, wanted(deputy)), "/acts core.mandate-not-held");
    auto forChair = wanted(deputy);
    forChair.giverPostId = chair;
    EXPECT_EQ(refusal(head, forChair), "/giverPostId core.not-your-post");
    EXPECT_EQ(refusal(administrator, forChair), "none") << "with core.mandates";
    EXPECT_EQ(refusal(chair, wanted(addPost(communeB, "chair"))), "/substitutePostId core.unknown-substitute");
}

TEST_F(MandateGivingTest, DaysLieInOrderAndNotInThePastAndForALimitedTime) {
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 6}, {2026, 3, 5})), "/until core.until-before-from");
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 1}, {2026, 3, 5})), "/from core.day-in-past");
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 2}, {2027, 3, 3})), "/until core.mandate-too-long");
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 2}, {2027, 3, 2})), "none");
}

TEST_F(MandateGivingTest, AbsencesOfOnePostDoNotOverlap) {
    core->manageMandates.enterAbsence(as(chair), {"", {2026, 3, 2}, {2026, 3, 6}, ""});
    EXPECT_EQ(errorOf([&] {
                  core->manageMandates.enterAbsence(as(chair), {"", {2026, 3, 6}, {2026, 3, 9}, ""});
              }),
              "/from core.absence-overlaps");
}

}  // namespace congvu::core
