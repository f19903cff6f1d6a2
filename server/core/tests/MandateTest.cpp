// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"
#include "shared/service/SystemCaller.h"

namespace congvu::core {

namespace {

/// The commune with a chair, his deputy, the head of the economy division and a handler. It is Monday, 2 March 2026.
class MandateTest : public CoreTest {
protected:
    MandateTest()
        : chair(addTitled(communeA, "chair", "Chủ tịch")),
          deputy(addTitled(communeA, "chair", "Phó Chủ tịch")),
          head(addTitled(economyA, "head", "Trưởng phòng")),
          administrator(addPost(communeA, "administrator")) {}

    std::string addTitled(const std::string& unitId, const std::string& role, const std::string& title) {
        const auto post = addPost(unitId, role);
        PostChanges changes;
        changes.title = title;
        core->posts.change(systemCaller(), post, changes, {});
        return post;
    }
    static NewMandate wanted(const std::string& substitute, Date from = {2026, 3, 2}, Date until = {2026, 3, 6}) {
        NewMandate input;
        input.substitutePostId = substitute;
        input.from = from;
        input.until = until;
        input.acts = {"direct"};
        return input;
    }
    std::string give(const std::string& giver, const NewMandate& input) { return core->manageMandates.give(as(giver), input); }
    std::string refusal(const std::string& giver, const NewMandate& input) {
        return errorOf([&] { give(giver, input); });
    }
    http::Caller acting(const std::string& mandateId, const std::string& substitute) {
        return core->mandates.callerBy(core->mandates.ofPerson(mandateId, as(substitute).personId).value()).value();
    }
    static NewMandate signing(const std::string& substitute) {
        auto input = wanted(substitute);
        input.acts = {"sign"};
        input.signAs = mandates::SignAs::tuq;
        input.basis = "Giấy uỷ quyền số 01/GUQ-UBND";
        return input;
    }
    std::vector<std::string> newsOf(const http::Caller& caller) {
        std::vector<std::string> titles;
        for (const auto& note : core->notifications.list(caller, {}).items) {
            titles.push_back(note.title.substr(0, note.title.find(' ', 3)));
        }
        return titles;
    }
    std::string requireOf(const http::Caller& caller, mandates::Act act, const mandates::Subject& subject = {}) {
        return errorOf([&] { db->read([&](db::Reader& reader) { core->mandates.require(reader, caller, act, subject); }); });
    }
    inbox::NewWorkItem work(const std::string& entity, const std::string& kind, const std::string& post) const {
        inbox::NewWorkItem item;
        item.entity = {"incoming", "document", entity};
        item.kind = kind;
        item.assignee = inbox::Assignee::post(post);
        item.agencyId = communeA;
        item.title = "Về việc " + entity;
        item.link = "/incoming/documents/" + entity;
        return item;
    }
    void create(const inbox::NewWorkItem& item) {
        db->write([&](db::Tx& tx) { core->inbox.create(tx, item); });
    }
    std::vector<WorkItemView> listOf(const http::Caller& caller, const WorkFilter& filter = {}) {
        return core->readInbox.list(caller, filter, {}).items;
    }

    std::string chair;
    std::string deputy;
    std::string head;
    std::string administrator;
};

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

TEST_F(MandateTest, NobodySubstitutesForHimself) {
    NewPost second;
    second.personId = as(chair).personId;
    second.unitId = communeA;
    second.title = "Phó Chủ tịch";
    second.roles = {"chair"};
    const auto other = core->posts.create(systemCaller(), second);
    EXPECT_EQ(refusal(chair, wanted(chair)), "/substitutePostId core.mandate-to-oneself");
    EXPECT_EQ(refusal(chair, wanted(other)), "/substitutePostId core.mandate-to-oneself");
}

TEST_F(MandateTest, ACircleOfSubstitutesIsRefusedWhileDaysAndActsMeet) {
    give(chair, wanted(deputy));
    EXPECT_EQ(refusal(deputy, wanted(chair)), "/substitutePostId core.mandate-cycle");
    EXPECT_EQ(refusal(deputy, wanted(chair, {2026, 3, 9}, {2026, 3, 10})), "none") << "other days";
    EXPECT_EQ(refusal(deputy, signing(chair)), "none") << "another act";
}

TEST_F(MandateTest, WhatWasEntrustedIsNotPassedOn) {
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

TEST_F(MandateTest, OneThingHasOneSubstituteAtATime) {
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

TEST_F(MandateTest, WhereAPluginIsOffNothingOfItIsOpened) {
    give(chair, wanted(deputy));
    create(work("d1", "incoming.direct", chair));
    ASSERT_EQ(listOf(as(deputy)).size(), 1U);
    core->rules.change(systemCaller(), {PluginRule{communeA, "incoming", RuleKind::off, {}, {}, "Tạm dừng"}});
    EXPECT_TRUE(listOf(as(deputy)).empty());
    EXPECT_EQ(core->readInbox.counters(as(deputy)).onBehalf.front().open, 0);
}

TEST_F(MandateTest, WhereAPluginIsOffForTheGiversUnitAloneTheSubstituteSeesNothingOfIt) {
    const auto ofEconomy = addTitled(economyA, "chair", "Phó Chủ tịch");
    give(ofEconomy, wanted(deputy));
    create(work("d1", "incoming.direct", ofEconomy));
    ASSERT_EQ(listOf(as(deputy)).size(), 1U);
    core->rules.change(systemCaller(), {PluginRule{economyA, "incoming", RuleKind::off, {}, {}, "Tạm dừng"}});
    EXPECT_TRUE(listOf(as(deputy)).empty()) << "it is on for the substitute's own unit";
    EXPECT_EQ(core->readInbox.counters(as(deputy)).onBehalf.front().open, 0);
    const auto told = newsOf(as(deputy)).size();
    create(work("d2", "incoming.direct", ofEconomy));
    EXPECT_EQ(newsOf(as(deputy)).size(), told);
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

TEST_F(MandateTest, NothingIsRecordedAsDoneOnBehalfOnceTheMandateIsRevokedOrOver) {
    const auto id = give(chair, wanted(deputy));
    const auto caller = acting(id, deputy);
    const auto recorded = [&] {
        return errorOf([&] {
            db->write([&](db::Tx& tx) { core->audit.record(tx, caller, "incoming.registered", {"incoming", "document", "d1"}); });
        });
    };
    EXPECT_EQ(recorded(), "none");
    clock.set(startOfDayInVietnam({2026, 3, 7}));
    EXPECT_EQ(recorded(), "core.mandate-over") << "whichever act it is, its transaction ends";
    clock.set(startOfDayInVietnam({2026, 3, 7}) - std::chrono::milliseconds{1});
    core->manageMandates.revoke(as(chair), id, "Về sớm");
    EXPECT_EQ(recorded(), "core.mandate-over");
}

TEST_F(MandateTest, WhoManagesMandatesTakesNoneForHimselfAndTheGiverIsTold) {
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

TEST_F(MandateTest, ReceivingIsNotLimitedToUnitsForWhatArrivesIsOfNone) {
    const auto clerk = addPost(officeA, "clerk");
    auto input = wanted(deputy);
    input.acts = {"receive"};
    input.documentTypes = {"QĐ"};
    input.unitIds = {officeA};
    EXPECT_EQ(refusal(clerk, input), "/unitIds core.mandate-receives-for-all");
    input.unitIds.clear();
    EXPECT_EQ(refusal(clerk, input), "none");
}

TEST_F(MandateTest, AMandateForAnAbsenceLiesWithinItsDays) {
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

TEST_F(MandateTest, WhoActsForAnotherReadsHisOwnNewsAndLeavesTheGiversUnread) {
    create(work("d1", "incoming.direct", chair));
    const auto id = give(chair, wanted(deputy));
    const auto caller = acting(id, deputy);
    EXPECT_EQ(newsOf(caller), (std::vector<std::string>{"vi core.notify.mandate-given.title"}));
    core->notifications.markRead(caller, {});
    const auto unreadOf = [&](const http::Caller& reader) {
        return db->read([&](db::Reader& tx) { return core->notifications.unread(tx, reader); });
    };
    EXPECT_EQ(unreadOf(as(deputy)), 0);
    EXPECT_EQ(unreadOf(as(chair)), 1);
}

TEST_F(MandateTest, KTIsForADeputyOfTheSameUnitAndTUQNeedsAWrittenBasis) {
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

TEST_F(MandateTest, NobodyEntrustsWhatHisPostDoesNotHoldNorForOthers) {
    EXPECT_EQ(refusal(head, wanted(deputy)), "/acts core.mandate-not-held");
    auto forChair = wanted(deputy);
    forChair.giverPostId = chair;
    EXPECT_EQ(refusal(head, forChair), "/giverPostId core.not-your-post");
    EXPECT_EQ(refusal(administrator, forChair), "none") << "with core.mandates";
    EXPECT_EQ(refusal(chair, wanted(addPost(communeB, "chair"))), "/substitutePostId core.unknown-substitute");
}

TEST_F(MandateTest, DaysLieInOrderAndNotInThePastAndForALimitedTime) {
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 6}, {2026, 3, 5})), "/until core.until-before-from");
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 1}, {2026, 3, 5})), "/from core.day-in-past");
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 2}, {2027, 3, 3})), "/until core.mandate-too-long");
    EXPECT_EQ(refusal(chair, wanted(deputy, {2026, 3, 2}, {2027, 3, 2})), "none");
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

TEST_F(MandateTest, AbsencesOfOnePostDoNotOverlap) {
    core->manageMandates.enterAbsence(as(chair), {"", {2026, 3, 2}, {2026, 3, 6}, ""});
    EXPECT_EQ(errorOf([&] {
                  core->manageMandates.enterAbsence(as(chair), {"", {2026, 3, 6}, {2026, 3, 9}, ""});
              }),
              "/from core.absence-overlaps");
}

TEST_F(MandateTest, TheInboxShowsTheGiversWorkMarkedAndCountedApart) {
    const auto id = give(chair, wanted(deputy));
    create(work("d1", "incoming.direct", chair));
    create(work("d2", "incoming.sign", chair));
    create(work("d3", "incoming.direct", deputy));
    const auto items = listOf(as(deputy));
    ASSERT_EQ(items.size(), 2U) << "no mandate to sign";
    EXPECT_EQ(items[0].entityId, "d3");
    EXPECT_EQ(items[0].mandateId, "");
    EXPECT_EQ(items[1].entityId, "d1");
    EXPECT_EQ(items[1].mandateId, id);
    EXPECT_EQ(items[1].onBehalfOf, "Chủ tịch Người chair");
    const auto counters = core->readInbox.counters(as(deputy));
    EXPECT_EQ(counters.open, 1);
    ASSERT_EQ(counters.onBehalf.size(), 1U);
    EXPECT_EQ(counters.onBehalf.front().open, 1);
    WorkFilter onlyBehalf;
    onlyBehalf.mandateId = id;
    EXPECT_EQ(listOf(as(deputy), onlyBehalf).size(), 1U);
    EXPECT_EQ(listOf(acting(id, deputy)).size(), 1U) << "acting, only what the mandate answers";
    EXPECT_EQ(core->readInbox.counters(acting(id, deputy)).open, 1);
}

TEST_F(MandateTest, TheInboxLeavesOutWhatLiesOutsideTheScopeAndShowsAnItemOnce) {
    auto economy = wanted(deputy);
    economy.unitIds = {economyA};
    economy.documentTypes = {"QĐ"};
    give(chair, economy);
    auto office = wanted(deputy);
    office.unitIds = {officeA};
    give(chair, office);
    auto inside = work("inside", "incoming.direct", chair);
    inside.unitId = economyA;
    inside.documentType = "QĐ";
    create(inside);
    auto outside = work("outside", "incoming.direct", chair);
    outside.unitId = economyA;
    outside.documentType = "CV";
    create(outside);
    create(work("unknown", "incoming.direct", chair));
    const auto items = listOf(as(deputy));
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].entityId, "unknown");
    EXPECT_EQ(items[1].entityId, "inside");
}

TEST_F(MandateTest, TheSubstituteIsToldOfNewWorkOnBehalf) {
    give(chair, wanted(deputy));
    create(work("d1", "incoming.direct", chair));
    create(work("d2", "incoming.sign", chair));
    std::vector<std::string> titles;
    for (const auto& note : core->notifications.list(as(deputy), {}).items) {
        titles.push_back(note.title);
    }
    ASSERT_EQ(titles.size(), 2U);
    EXPECT_TRUE(titles[0].starts_with("vi core.notify.work-on-behalf.title")) << titles[0];
    EXPECT_TRUE(titles[1].starts_with("vi core.notify.mandate-given.title")) << titles[1];
}

TEST_F(MandateTest, TimelineAndAuditTellForWhomAndByWhichMandate) {
    const auto id = give(chair, wanted(deputy));
    const auto caller = acting(id, deputy);
    const EntityRef entity{"incoming", "document", "d1"};
    db->write([&](db::Tx& tx) {
        core->timeline.append(tx, caller, entity, "incoming.directed", "", R"({"lead":"Phòng Kinh tế"})");
        core->timeline.append(tx, caller, entity, "incoming.closed");
        core->audit.record(tx, caller, "incoming.directed", entity);
    });
    const auto entries = db->read([&](db::Reader& reader) { return core->timeline.read(reader, entity); });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].actorName, as(deputy).personName);
    EXPECT_EQ(entries[0].postTitle, "Phó Chủ tịch, thay mặt Chủ tịch Người chair");
    const auto behalf = R"("behalf":{"mandateId":")" + id + R"(","postId":")" + chair + R"(","title":"Chủ tịch","name":"Người chair"}})";
    EXPECT_EQ(entries[0].detail.text, R"({"lead":"Phòng Kinh tế",)" + behalf);
    EXPECT_EQ(entries[1].detail.text, "{" + behalf);
    const auto rows = db->read([&](db::Reader& reader) { return AuditRepository{}.rowsAfter(reader, 0, 1000); });
    EXPECT_EQ(rows.back().actorPostId, deputy);
    EXPECT_EQ(rows.back().actorPersonId, as(deputy).personId);
    EXPECT_EQ(rows.back().detail, "{" + behalf);
    EXPECT_EQ(core->audit.verify().firstBrokenSequence, 0);
}

TEST_F(MandateTest, IsKnownAgainAfterARestart) {
    const auto id = give(chair, wanted(deputy));
    restart();
    EXPECT_TRUE(core->mandates.inForce(id, clock.now()));
}

TEST_F(MandateTest, ListsShowOnesOwnAndTheAgencysOnlyToWhoManagesThem) {
    give(chair, wanted(deputy));
    EXPECT_EQ(core->readMandates.list(as(deputy), MandateScope::own, {}).items.size(), 1U);
    EXPECT_TRUE(core->readMandates.list(as(head), MandateScope::own, {}).items.empty());
    EXPECT_EQ(core->readMandates.list(as(administrator), MandateScope::agency, {}).items.size(), 1U);
    EXPECT_EQ(errorOf([&] { (void)core->readMandates.list(as(head), MandateScope::agency, {}); }), "forbidden");
    EXPECT_TRUE(core->readMandates.list(as(addPost(communeB, "administrator")), MandateScope::agency, {}).items.empty());
}

}  // namespace congvu::core
