// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

#include <algorithm>
#include <map>
#include <random>

namespace congvu::core {

namespace {

class InboxTest : public CoreTest {
protected:
    InboxTest() : chairPost(addPost(communeA, "chair")), clerkPost(addPost(officeA, "clerk")), headPost(addPost(economyA, "head")) {}

    inbox::NewWorkItem work(const std::string& entity, const inbox::Assignee& assignee, std::optional<Date> dueOn = {},
                            const std::string& plugin = "incoming") {
        inbox::NewWorkItem item;
        item.entity = {plugin, "document", entity};
        item.kind = plugin + ".direct";
        item.assignee = assignee;
        item.agencyId = communeA;
        item.title = "Về việc phòng chống lụt bão " + entity;
        item.subtitle = "15/UBND-VX";
        item.fromName = "Văn thư";
        item.dueOn = dueOn;
        item.link = "/incoming/documents/" + entity;
        return item;
    }
    std::string create(const inbox::NewWorkItem& item) {
        return db->write([&](db::Tx& tx) { return core->inbox.create(tx, item); });
    }
    int complete(const std::string& entity, const std::string& plugin = "incoming") {
        return db->write([&](db::Tx& tx) { return core->inbox.complete(tx, {plugin, "document", entity}, ""); });
    }
    std::vector<WorkItemView> list(const http::Caller& caller, const WorkFilter& filter = {}) {
        return core->readInbox.list(caller, filter, {}).items;
    }
    http::Caller chair() { return as(chairPost); }
    http::Caller clerk() { return as(clerkPost); }

    std::string chairPost;
    std::string clerkPost;
    std::string headPost;
};

}  // namespace

TEST_F(InboxTest, WorkForAPostIsSeenByThatPostAlone) {
    create(work("d1", inbox::Assignee::post(chairPost)));
    ASSERT_EQ(list(chair()).size(), 1U);
    EXPECT_EQ(list(chair()).front().kindLabel, "vi work.incoming.direct");
    EXPECT_TRUE(list(clerk()).empty());
    EXPECT_EQ(core->readInbox.counters(chair()).open, 1);
    EXPECT_EQ(core->readInbox.counters(clerk()).open, 0);
}

TEST_F(InboxTest, WorkForAnAgencyIsSeenByItsPostsWithThePermissionInAnyDivision) {
    create(work("d1", inbox::Assignee::unit(communeA, "incoming.register")));
    EXPECT_EQ(list(clerk()).size(), 1U);
    EXPECT_TRUE(list(chair()).empty());
    EXPECT_TRUE(list(as(addPost(communeB, "clerk"))).empty());
}

TEST_F(InboxTest, WorkForADivisionIsNotSeenByItsNeighbours) {
    create(work("d1", inbox::Assignee::unit(economyA, "tasks.accept"), {}, "tasks"));
    EXPECT_EQ(list(as(headPost)).size(), 1U);
    EXPECT_TRUE(list(as(addPost(officeA, "head"))).empty());
}

TEST_F(InboxTest, TheSameWorkIsOpenOnlyOnce) {
    const auto first = create(work("d1", inbox::Assignee::post(chairPost)));
    EXPECT_EQ(create(work("d1", inbox::Assignee::post(chairPost))), first);
    EXPECT_EQ(core->readInbox.counters(chair()).open, 1);
    complete("d1");
    EXPECT_NE(create(work("d1", inbox::Assignee::post(chairPost))), first);
}

TEST_F(InboxTest, FinishedWorkMovesToTheDoneList) {
    create(work("d1", inbox::Assignee::post(chairPost)));
    EXPECT_EQ(complete("d1"), 1);
    EXPECT_EQ(complete("d1"), 0);
    EXPECT_TRUE(list(chair()).empty());
    WorkFilter done;
    done.isDone = true;
    ASSERT_EQ(list(chair(), done).size(), 1U);
    EXPECT_TRUE(list(chair(), done).front().doneAt);
}

TEST_F(InboxTest, DeadlinesAreCountedInWorkingDays) {
    // Monday 2 March 2026, "soon" is three working days: up to Thursday.
    create(work("past", inbox::Assignee::post(chairPost), Date{2026, 3, 1}));
    create(work("today", inbox::Assignee::post(chairPost), Date{2026, 3, 2}));
    create(work("thursday", inbox::Assignee::post(chairPost), Date{2026, 3, 5}));
    create(work("friday", inbox::Assignee::post(chairPost), Date{2026, 3, 6}));
    create(work("none", inbox::Assignee::post(chairPost)));
    const auto counters = core->readInbox.counters(chair());
    EXPECT_EQ(counters.overdue, 1);
    EXPECT_EQ(counters.dueSoon, 2);
    EXPECT_EQ(counters.open, 5);
    WorkFilter soon;
    soon.due = "soon";
    ASSERT_EQ(list(chair(), soon).size(), 2U);
    EXPECT_EQ(list(chair(), soon).front().entityId, "today");
    core->calendar.put({}, {{2026, 3, 5}, CalendarDayKind::holiday, {"Nghỉ", "Off"}});
    EXPECT_EQ(core->readInbox.counters(chair()).dueSoon, 3) << "an edited calendar moves what is near";
}

TEST_F(InboxTest, ADeadlineCanBeMoved) {
    create(work("d1", inbox::Assignee::post(chairPost), Date{2026, 3, 1}));
    db->write([&](db::Tx& tx) { core->inbox.reschedule(tx, {"incoming", "document", "d1"}, "incoming.direct", Date{2026, 4, 1}); });
    EXPECT_EQ(core->readInbox.counters(chair()).overdue, 0);
    EXPECT_EQ(list(chair()).front().due, "in_term");
}

TEST_F(InboxTest, UnreadIsCountedPerPerson) {
    const auto id = create(work("d1", inbox::Assignee::unit(communeA, "incoming.register")));
    const auto colleague = as(addPost(officeA, "clerk"));
    core->readInbox.markRead(clerk(), id);
    core->readInbox.markRead(clerk(), id);
    EXPECT_EQ(core->readInbox.counters(clerk()).unread, 0);
    EXPECT_EQ(core->readInbox.counters(colleague).unread, 1);
    EXPECT_FALSE(list(clerk()).front().unread);
    EXPECT_EQ(errorOf([&] { core->readInbox.markRead(chair(), id); }), "not-found");
    complete("d1");
    EXPECT_EQ(core->readInbox.counters(clerk()).unread, 0);
}

TEST_F(InboxTest, APluginThatIsOffHidesItsWorkAndBringsItBack) {
    create(work("d1", inbox::Assignee::post(chairPost)));
    create(work("d2", inbox::Assignee::post(chairPost), {}, "tasks"));
    core->rules.change({}, {{communeA, "tasks", RuleKind::off, {}, {}, ""}});
    EXPECT_EQ(list(chair()).size(), 1U);
    EXPECT_EQ(core->readInbox.counters(chair()).open, 1);
    core->rules.change({}, {{communeA, "tasks", RuleKind::inherit, {}, {}, ""}});
    EXPECT_EQ(list(chair()).size(), 2U);
}

TEST_F(InboxTest, SearchingTheInboxDoesNotRegardMarks) {
    create(work("d1", inbox::Assignee::post(chairPost)));
    WorkFilter filter;
    filter.words = {"lut", "bao"};
    EXPECT_EQ(list(chair(), filter).size(), 1U);
    filter.words = {"han%"};
    EXPECT_TRUE(list(chair(), filter).empty());
}

TEST_F(InboxTest, EveryOrderOfTheListIsPagedWithoutGapsOrRepeats) {
    for (int count = 0; count < 25; ++count) {
        create(work("d" + std::to_string(count), inbox::Assignee::post(chairPost), Date{2026, 2, 1}.plusDays(count % 4)));
        create(work("e" + std::to_string(count), inbox::Assignee::post(chairPost)));
        complete("e" + std::to_string(count));
    }
    for (const auto& filter : {WorkFilter{}, WorkFilter{false, "", "", "overdue", "", {}}, WorkFilter{true, "", "", "", "", {}}}) {
        std::map<std::string, int> seen;
        db::PageRequest page{"", 7};
        do {
            const auto found = core->readInbox.list(chair(), filter, page);
            for (const auto& item : found.items) {
                ++seen[item.entityId];
            }
            page.cursor = found.next.value_or("");
        } while (!page.cursor.empty());
        EXPECT_EQ(seen.size(), 25U);
        EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](const auto& entry) { return entry.second == 1; }));
    }
}

TEST_F(InboxTest, CountersEqualTheItemsAfterTenThousandRandomTransitions) {
    std::mt19937 random(7);
    const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    const std::vector assignees{inbox::Assignee::post(chairPost), inbox::Assignee::unit(communeA, "incoming.register"),
                                inbox::Assignee::unit(economyA, "tasks.accept")};
    for (int batch = 0; batch < 100; ++batch) {
        db->write([&](db::Tx& tx) {
            for (int step = 0; step < 100; ++step) {
                const auto entity = "d" + std::to_string(pick(200));
                const auto dueOn = pick(2) == 0 ? std::nullopt : std::optional{Date{2026, 2, 20}.plusDays(pick(20))};
                switch (pick(3)) {
                    case 0:
                        core->inbox.complete(tx, {"incoming", "document", entity}, "");
                        break;
                    case 1:
                        core->inbox.reschedule(tx, {"incoming", "document", entity}, "incoming.direct", dueOn);
                        break;
                    default:
                        core->inbox.create(tx, work(entity, assignees[static_cast<std::size_t>(pick(2))], dueOn));
                }
            }
        });
        for (const auto& item : list(clerk())) {
            if (pick(4) == 0) {
                core->readInbox.markRead(clerk(), item.id);
            }
        }
    }
    const auto differences = db->read([](db::Reader& reader) {
        return reader.list(R"(
            SELECT assignee_key, plugin, kind, due, sum(n) FROM (
                SELECT assignee_key, plugin, kind, COALESCE(due_on, '') AS due, count(*) AS n FROM core_work_item WHERE done_at IS NULL
                GROUP BY assignee_key, plugin, kind, COALESCE(due_on, '')
                UNION ALL SELECT assignee_key, plugin, kind, due_on, -open_count FROM core_work_counter) AS both
            GROUP BY assignee_key, plugin, kind, due HAVING sum(n) <> 0 LIMIT 10)",
                           {}, [](const db::Row& row) { return row.string(0) + " " + row.string(3); });
    });
    EXPECT_TRUE(differences.empty());
    const auto unread = db->read([&](db::Reader& reader) {
        return reader.one(R"(
            SELECT count(*) FROM core_work_item i WHERE done_at IS NULL AND assignee_key = $1
            AND NOT EXISTS (SELECT 1 FROM core_work_read r WHERE r.item_id = i.id AND r.person_id = $2))",
                          {"unit:" + communeA + ":incoming.register", clerk().personId}, [](const db::Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(core->readInbox.counters(clerk()).unread, unread);
}

TEST_F(InboxTest, OpenPagesHearOfNewWorkOnceItIsCommitted) {
    startJobs();
    create(work("d1", inbox::Assignee::post(chairPost)));
    EXPECT_EQ(errorOf([&] {
                  db->write([&](db::Tx& tx) {
                      core->inbox.create(tx, work("d2", inbox::Assignee::post(chairPost)));
                      throw AppError::forbidden();
                  });
              }),
              "forbidden");
    jobs.runAll();
    std::map<std::string, std::vector<std::string>> told;
    for (const auto& sent : live.sent()) {
        if (sent.to == chairPost) {
            told[sent.event].push_back(sent.data);
        }
    }
    EXPECT_EQ(told["badge"], std::vector<std::string>{R"({"incoming.open":1,"tasks.open":0})"});
    EXPECT_EQ(told["invalidate"], std::vector<std::string>{R"({"keys":["incoming/documents/d1","work-items"]})"});
    ASSERT_EQ(told["notify"].size(), 1U);
    EXPECT_NE(told["notify"].front().find("kind=vi work.incoming.direct"), std::string::npos);
}

TEST_F(InboxTest, ADeadlineIsRemindedOfOnceWhenItIsNearAndOnceWhenItHasPassed) {
    create(work("d1", inbox::Assignee::post(chairPost), Date{2026, 3, 10}));
    EXPECT_EQ(core->reminder.run(), 0);
    clock.advance(std::chrono::hours{24 * 5});
    EXPECT_EQ(core->reminder.run(), 1);
    EXPECT_EQ(core->reminder.run(), 0);
    clock.advance(std::chrono::hours{24 * 5});
    EXPECT_EQ(core->reminder.run(), 1);
    EXPECT_EQ(core->reminder.run(), 0);
    EXPECT_EQ(core->notifications.list(chair(), {}).items.size(), 3U);
}

}  // namespace congvu::core
