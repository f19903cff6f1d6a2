// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

#include <gmock/gmock.h>

namespace congvu::core {

namespace {

class NotificationTest : public CoreTest {
protected:
    NotificationTest() : chairPost(addPost(communeA, "chair")) {}
    void send(const std::string& plugin = "incoming") {
        db->write([&](db::Tx& tx) {
            core->notifications.send(tx,
                                     {chairPost, {plugin, "document", "d1"}, plugin + ".notify.returned", {{"symbol", "15/UBND"}}, "/x"});
        });
    }
    std::int64_t unread() {
        return db->read([&](db::Reader& reader) { return core->notifications.unread(reader, as(chairPost)); });
    }
    /// What the chair's open pages were told, in order; of notifications only that there was one.
    std::vector<std::string> told() {
        std::vector<std::string> all;
        for (const auto& sent : live.sent()) {
            if (sent.to == chairPost) {
                all.push_back(sent.event == "notify" ? sent.event : sent.event + " " + sent.data);
            }
        }
        return all;
    }
    std::string chairPost;
};

}  // namespace

TEST_F(NotificationTest, IsPutIntoTheWordsOfItsReader) {
    send();
    auto reader = as(chairPost);
    EXPECT_EQ(core->notifications.list(reader, {}).items.front().title, "vi incoming.notify.returned.title symbol=15/UBND");
    reader.locale = "en";
    EXPECT_EQ(core->notifications.list(reader, {}).items.front().text, "en incoming.notify.returned.text symbol=15/UBND");
}

TEST_F(NotificationTest, IsUnreadUntilItIsRead) {
    send();
    send();
    EXPECT_EQ(unread(), 2);
    const auto first = core->notifications.list(as(chairPost), {}).items.back().id;
    core->notifications.markRead(as(chairPost), {first});
    EXPECT_EQ(unread(), 1);
    core->notifications.markRead(as(chairPost), {});
    EXPECT_EQ(unread(), 0);
}

TEST_F(NotificationTest, OfAPluginThatIsOffIsNeitherListedNorCountedNorShown) {
    startJobs();
    core->rules.change({}, {{communeA, "incoming", RuleKind::off, {}, {}, ""}});
    send();
    jobs.runAll();
    EXPECT_EQ(unread(), 0);
    EXPECT_TRUE(core->notifications.list(as(chairPost), {}).items.empty());
    EXPECT_THAT(told(), ::testing::IsEmpty());
    core->rules.change({}, {{communeA, "incoming", RuleKind::inherit, {}, {}, ""}});
    EXPECT_EQ(unread(), 1);
}

TEST_F(NotificationTest, OfAPluginTurnedOffBeforeTheyAreShownReachNobody) {
    startJobs();
    send();
    send("tasks");
    core->rules.change({}, {{communeA, "incoming", RuleKind::off, {}, {}, ""}});
    jobs.runAll();
    EXPECT_THAT(told(), ::testing::ElementsAre("notify"));
}

TEST_F(NotificationTest, HintsOfAPluginThatIsOffDoNotReachOpenPages) {
    startJobs();
    const auto hint = [&] {
        db->write([&](db::Tx& tx) {
            core->notifications.invalidate(tx, {chairPost}, {"incoming/documents/d1", "tasks/list"});
            core->notifications.invalidateHolders(tx, communeA, "", {"incoming/list"});
            inbox::NewWorkItem item;
            item.entity = {"incoming", "document", newId()};
            item.kind = "incoming.direct";
            item.assignee = inbox::Assignee::post(chairPost);
            item.agencyId = communeA;
            core->inbox.create(tx, item);
        });
        jobs.runAll();
    };
    core->rules.change({}, {{communeA, "incoming", RuleKind::off, {}, {}, ""}});
    hint();
    EXPECT_THAT(told(), ::testing::ElementsAre(R"(invalidate {"keys":["tasks/list"]})"));
    core->rules.change({}, {{communeA, "incoming", RuleKind::on, {}, {}, ""}});
    hint();
    EXPECT_THAT(told(), ::testing::Contains("notify"));
    EXPECT_THAT(told(), ::testing::Contains(::testing::StartsWith("badge")));
    EXPECT_THAT(told(), ::testing::Contains(::testing::HasSubstr("incoming/documents/d1")));
    EXPECT_THAT(told(), ::testing::Contains(::testing::HasSubstr("incoming/list")));
}

TEST_F(NotificationTest, OneReadsOnlyOnesOwn) {
    send();
    const auto id = core->notifications.list(as(chairPost), {}).items.front().id;
    core->notifications.markRead(as(addPost(communeB, "chair")), {id});
    EXPECT_EQ(unread(), 1);
}

}  // namespace congvu::core
