// SPDX-License-Identifier: Apache-2.0
#include "MandateFixture.h"

namespace congvu::core {

namespace {

/// What a substitute sees and does, and what is told of it.
class MandateWorkTest : public MandateFixture {};

}  // namespace

TEST_F(MandateWorkTest, WhereAPluginIsOffNothingOfItIsOpened) {
    give(chair, wanted(deputy));
    create(work("d1", "incoming.direct", chair));
    ASSERT_EQ(listOf(as(deputy)).size(), 1U);
    core->rules.change(systemCaller(), {PluginRule{communeA, "incoming", RuleKind::off, {}, {}, "Tạm dừng"}});
    EXPECT_TRUE(listOf(as(deputy)).empty());
    EXPECT_EQ(core->readInbox.counters(as(deputy)).onBehalf.front().open, 0);
}

TEST_F(MandateWorkTest, WhereAPluginIsOffForTheGiversUnitAloneTheSubstituteSeesNothingOfIt) {
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

TEST_F(MandateWorkTest, NothingIsRecordedAsDoneOnBehalfOnceTheMandateIsRevokedOrOver) {
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

TEST_F(MandateWorkTest, WhoActsForAnotherReadsHisOwnNewsAndLeavesTheGiversUnread) {
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

TEST_F(MandateWorkTest, TheInboxShowsTheGiversWorkMarkedAndCountedApart) {
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

TEST_F(MandateWorkTest, TheInboxLeavesOutWhatLiesOutsideTheScopeAndShowsAnItemOnce) {
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

TEST_F(MandateWorkTest, TheSubstituteIsToldOfNewWorkOnBehalf) {
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

TEST_F(MandateWorkTest, TimelineAndAuditTellForWhomAndByWhichMandate) {
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

TEST_F(MandateWorkTest, ListsShowOnesOwnAndTheAgencysOnlyToWhoManagesThem) {
    give(chair, wanted(deputy));
    EXPECT_EQ(core->readMandates.list(as(deputy), MandateScope::own, {}).items.size(), 1U);
    EXPECT_TRUE(core->readMandates.list(as(head), MandateScope::own, {}).items.empty());
    EXPECT_EQ(core->readMandates.list(as(administrator), MandateScope::agency, {}).items.size(), 1U);
    EXPECT_EQ(errorOf([&] { (void)core->readMandates.list(as(head), MandateScope::agency, {}); }), "forbidden");
    EXPECT_TRUE(core->readMandates.list(as(addPost(communeB, "administrator")), MandateScope::agency, {}).items.empty());
}

}  // namespace congvu::core
