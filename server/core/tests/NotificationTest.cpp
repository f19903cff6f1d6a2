// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

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
    for (const auto& sent : live.sent()) {
        EXPECT_NE(sent.event, "notify");
    }
    core->rules.change({}, {{communeA, "incoming", RuleKind::inherit, {}, {}, ""}});
    EXPECT_EQ(unread(), 1);
}

TEST_F(NotificationTest, OneReadsOnlyOnesOwn) {
    send();
    const auto id = core->notifications.list(as(chairPost), {}).items.front().id;
    core->notifications.markRead(as(addPost(communeB, "chair")), {id});
    EXPECT_EQ(unread(), 1);
}

}  // namespace congvu::core
