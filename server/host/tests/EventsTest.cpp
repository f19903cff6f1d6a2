// SPDX-License-Identifier: Apache-2.0
#include "DbFixture.h"
#include "congvu/error/AppError.h"
#include "db/Migrator.h"
#include "events/EventBus.h"
#include "testing/VirtualClock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <map>
#include <stdexcept>

namespace {

using congvu::AppError;
using congvu::EntityRef;
using congvu::events::Event;
using congvu::host::EventBus;
using congvu::host::testing::DbFixture;
using std::chrono::minutes;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kRegistered = "incoming.document-registered.v1";
const std::string kDirected = "incoming.direction-given.v1";

/// Two plugins on one bus: incoming publishes, tasks subscribes and can be made to fail for an entity.
class EventsTest : public ::testing::Test {
protected:
    EventsTest() {
        congvu::host::Migrator{db.database(), clock}.apply("host", std::string{CONGVU_SOURCE_FOLDER} + "/server/host/migrations");
        openBus();
    }

    void openBus() {
        bus = std::make_unique<EventBus>(db.database(), clock, db.log());
        incoming = bus->forPlugin("incoming", {{kRegistered, kDirected}, {}});
        tasks = bus->forPlugin("tasks", {{}, {kRegistered, kDirected}});
    }

    void subscribeTasks() {
        const auto take = [this](const Event& event) {
            ++attempts[event.entity.id];
            if (failing.contains(event.entity.id)) {
                throw std::runtime_error("cannot take " + event.entity.id);
            }
            taken.push_back(event.entity.id + event.payload);
        };
        tasks->subscribe(kRegistered, take);
        tasks->subscribe(kDirected, take);
    }

    void publish(const std::string& name, const std::string& entityId, const std::string& payload = "") {
        db.database().write([&](congvu::db::Tx& tx) {
            incoming->publishJson(tx, {name, EntityRef{"incoming", "document", entityId}, "agency-a", "post-1"}, payload);
        });
    }

    std::vector<congvu::host::ParkedEvent> parked() { return bus->parked({}).items; }

    DbFixture db;
    congvu::testing::VirtualClock clock;
    std::unique_ptr<EventBus> bus;
    std::unique_ptr<congvu::events::Events> incoming;
    std::unique_ptr<congvu::events::Events> tasks;
    std::set<std::string> failing;
    std::map<std::string, int> attempts;
    std::vector<std::string> taken;
};

TEST_F(EventsTest, DeliversInTheOrderOfTheCommitsWithEverythingThePublisherSaid) {
    Event seen;
    tasks->subscribe(kRegistered, [&](const Event& event) { seen = event; });
    publish(kRegistered, "doc-1", R"({"documentId":"doc-1"})");
    EXPECT_EQ(bus->drain(), 1);
    EXPECT_GT(seen.sequence, 0);
    EXPECT_EQ(seen.name, kRegistered);
    EXPECT_EQ(seen.entity, (EntityRef{"incoming", "document", "doc-1"}));
    EXPECT_EQ(seen.agencyId, "agency-a");
    EXPECT_EQ(seen.actorPostId, "post-1");
    EXPECT_EQ(seen.at, clock.now());
    EXPECT_EQ(seen.payload, R"({"documentId":"doc-1"})");
}

TEST_F(EventsTest, DeliversNothingTwiceWhenNothingFails) {
    subscribeTasks();
    publish(kRegistered, "a");
    EXPECT_EQ(bus->drain(), 1);
    EXPECT_EQ(bus->drain(), 0);
}

TEST_F(EventsTest, DeliversNothingOfATransactionThatFailed) {
    subscribeTasks();
    EXPECT_THROW(db.database().write([&](congvu::db::Tx& tx) {
        incoming->publishJson(tx, {kRegistered, {"incoming", "document", "a"}, "", ""}, "{}");
        throw AppError::forbidden();
    }),
                 AppError);
    EXPECT_EQ(bus->drain(), 0);
}

TEST_F(EventsTest, RefusesWhatTheManifestDoesNotDeclare) {
    EXPECT_THROW(publish("incoming.document-closed.v1", "a"), std::logic_error);
    EXPECT_THROW(incoming->subscribe(kRegistered, [](const Event&) {}), std::logic_error);
}

TEST_F(EventsTest, DeliversWhatASubscriberPublishesItself) {
    subscribeTasks();
    auto relay = bus->forPlugin("relay", {{kDirected}, {kRegistered}});
    relay->subscribe(kRegistered, [&](const Event& event) {
        db.database().write([&](congvu::db::Tx& tx) { relay->publishJson(tx, {kDirected, event.entity, "", ""}, "+"); });
    });
    publish(kRegistered, "a");
    EXPECT_EQ(bus->drain(), 3);
    EXPECT_THAT(taken, ElementsAre("a", "a+"));
}

TEST_F(EventsTest, DeliversMoreThanOneBatch) {
    subscribeTasks();
    for (int index = 0; index < 450; ++index) {
        publish(kRegistered, std::to_string(index));
    }
    EXPECT_EQ(bus->drain(), 450);
    ASSERT_EQ(taken.size(), 450U);
    EXPECT_EQ(taken[449], "449");
}

TEST_F(EventsTest, TriesAFailedEventAgainAfterOneTwoAndFourSeconds) {
    subscribeTasks();
    failing = {"a"};
    publish(kRegistered, "a");
    bus->drain();
    EXPECT_EQ(attempts["a"], 1);
    std::vector<seconds> waits;
    for (const auto wait : {seconds{1}, seconds{2}, seconds{4}}) {
        const auto before = attempts["a"];
        clock.advance(wait - std::chrono::milliseconds{1});
        bus->drain();
        EXPECT_EQ(attempts["a"], before);
        clock.advance(std::chrono::milliseconds{1});
        bus->drain();
        EXPECT_EQ(attempts["a"], before + 1);
    }
    failing.clear();
    clock.advance(seconds{8});
    EXPECT_EQ(bus->drain(), 1);
    EXPECT_THAT(taken, ElementsAre("a"));
    clock.advance(minutes{60});
    EXPECT_EQ(bus->drain(), 0);
}

TEST_F(EventsTest, KeepsTheOrderOfOneEntityBehindAFailureAndLetsOthersPass) {
    subscribeTasks();
    failing = {"a"};
    publish(kRegistered, "a", "1");
    publish(kRegistered, "b", "1");
    publish(kDirected, "a", "2");
    bus->drain();
    publish(kDirected, "a", "3");
    publish(kDirected, "b", "2");
    bus->drain();
    EXPECT_THAT(taken, ElementsAre("b1", "b2"));
    failing.clear();
    clock.advance(seconds{1});
    bus->drain();
    EXPECT_THAT(taken, ElementsAre("b1", "b2", "a1", "a2", "a3"));
}

TEST_F(EventsTest, ParksAnEventAfterTwelveAttemptsAndKeepsLaterOnesOfTheEntityWaiting) {
    subscribeTasks();
    failing = {"a"};
    publish(kRegistered, "a", "1");
    publish(kDirected, "a", "2");
    for (int round = 0; round < 40; ++round) {
        bus->drain();
        clock.advance(minutes{15});
    }
    EXPECT_EQ(attempts["a"], 12);
    EXPECT_THAT(taken, IsEmpty());
    ASSERT_EQ(parked().size(), 1U);
    EXPECT_EQ(parked()[0].event, kRegistered);
    EXPECT_EQ(parked()[0].subscriber, "tasks");
    EXPECT_EQ(parked()[0].error, "cannot take a");
    EXPECT_EQ(parked()[0].attempts, 12);
    EXPECT_THAT(db.log().ids(), ::testing::Contains("event.parked").Times(1));
}

TEST_F(EventsTest, TriesAParkedEventAgainWhenTheAdministratorAsks) {
    subscribeTasks();
    failing = {"a"};
    publish(kRegistered, "a", "1");
    publish(kDirected, "a", "2");
    for (int round = 0; round < 40; ++round) {
        bus->drain();
        clock.advance(minutes{15});
    }
    failing.clear();
    bus->retry(parked()[0].id);
    EXPECT_EQ(bus->drain(), 2);
    EXPECT_THAT(taken, ElementsAre("a1", "a2"));
    EXPECT_THAT(parked(), IsEmpty());
}

TEST_F(EventsTest, GivesAParkedEventUpAndGoesOnWithWhatWaitedBehindIt) {
    subscribeTasks();
    failing = {"a"};
    publish(kRegistered, "a", "1");
    publish(kDirected, "a", "2");
    for (int round = 0; round < 40; ++round) {
        bus->drain();
        clock.advance(minutes{15});
    }
    failing.clear();
    const auto id = parked()[0].id;
    db.database().write([&](congvu::db::Tx& tx) { bus->discard(tx, id); });
    EXPECT_EQ(bus->drain(), 1);
    EXPECT_THAT(taken, ElementsAre("a2"));
    EXPECT_THAT(parked(), IsEmpty());
    EXPECT_THROW(bus->retry(id), AppError) << "what was given up is gone";
}

TEST_F(EventsTest, GivesUpOnlyWhatIsParked) {
    subscribeTasks();
    failing = {"a"};
    publish(kRegistered, "a");
    bus->drain();
    EXPECT_THROW(db.database().write([&](congvu::db::Tx& tx) { bus->discard(tx, "tasks:1"); }), AppError) << "it is still being tried";
    EXPECT_THROW(db.database().write([&](congvu::db::Tx& tx) { bus->discard(tx, "tasks:x"); }), AppError);
}

TEST_F(EventsTest, FindsNoParkedEventToRetryByAWrongId) {
    for (const auto* id : {"", "tasks", "tasks:", "tasks:1", ":", "tasks:x"}) {
        EXPECT_THROW(bus->retry(id), AppError) << id;
    }
}

TEST_F(EventsTest, PagesParkedEventsNewestFirst) {
    subscribeTasks();
    for (const auto* id : {"a", "b", "c"}) {
        failing.insert(id);
        publish(kRegistered, id);
    }
    for (int round = 0; round < 40; ++round) {
        bus->drain();
        clock.advance(minutes{15});
    }
    const auto first = bus->parked({"", 2});
    const auto second = bus->parked({first.next.value(), 2});
    ASSERT_EQ(first.items.size(), 2U);
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_EQ(first.items[0].error, "cannot take c");
    EXPECT_EQ(second.items[0].error, "cannot take a");
    EXPECT_FALSE(second.next.has_value());
}

TEST_F(EventsTest, OneFailingSubscriberDoesNotHoldUpAnother) {
    subscribeTasks();
    failing = {"a"};
    std::vector<std::string> others;
    const auto search = bus->forPlugin("search", {{}, {kRegistered}});
    search->subscribe(kRegistered, [&](const Event& event) { others.push_back(event.entity.id); });
    publish(kRegistered, "a");
    bus->drain();
    EXPECT_THAT(others, ElementsAre("a"));
}

TEST_F(EventsTest, DeliversAgainWhatAProcessThatDiedHadNotWrittenDown) {
    subscribeTasks();
    publish(kRegistered, "a");
    // The subscriber has run, but the write of the cursor never came.
    db.run("CREATE TRIGGER test_no_progress BEFORE UPDATE ON host_event_cursor BEGIN SELECT RAISE(ABORT, 'power cut'); END");
    EXPECT_ANY_THROW(bus->drain());
    db.run("DROP TRIGGER test_no_progress");
    openBus();
    subscribeTasks();
    EXPECT_EQ(bus->drain(), 1);
    EXPECT_THAT(taken, ElementsAre("a", "a"));
}

TEST_F(EventsTest, KeepsEventsForAPluginThatIsAway) {
    subscribeTasks();
    bus->removeAllOf("tasks");
    publish(kRegistered, "a");
    EXPECT_EQ(bus->drain(), 0);
    openBus();
    subscribeTasks();
    EXPECT_EQ(bus->drain(), 1);
}

TEST_F(EventsTest, GivesANewSubscriberOnlyWhatHappensFromNowOn) {
    publish(kRegistered, "old");
    subscribeTasks();
    publish(kRegistered, "new");
    bus->drain();
    EXPECT_THAT(taken, ElementsAre("new"));
}

TEST_F(EventsTest, RemovesOldEventsOnceEverySubscriberHasThem) {
    subscribeTasks();
    failing = {"b"};
    publish(kRegistered, "a");
    publish(kRegistered, "b");
    bus->drain();
    clock.advance(std::chrono::days{31});
    publish(kRegistered, "c");
    EXPECT_EQ(bus->cleanUp(), 1);  // b is still to be delivered, c is not old
    failing.clear();
    EXPECT_EQ(bus->drain(), 2);
    EXPECT_EQ(bus->cleanUp(), 1);
}

TEST_F(EventsTest, KeepsOldEventsForAPluginThatIsAwayButNotForEver) {
    subscribeTasks();
    publish(kRegistered, "a");
    bus->removeAllOf("tasks");
    clock.advance(std::chrono::days{40});
    EXPECT_EQ(bus->cleanUp(), 0);
    clock.advance(std::chrono::days{60});
    EXPECT_EQ(bus->cleanUp(), 1);
}

TEST_F(EventsTest, IsWokenByTheCommitWhenItsThreadRuns) {
    std::promise<std::string> delivered;
    tasks->subscribe(kRegistered, [&](const Event& event) { delivered.set_value(event.entity.id); });
    bus->start();
    publish(kRegistered, "a");
    EXPECT_EQ(delivered.get_future().get(), "a");
    EXPECT_THROW(bus->drain(), std::logic_error);
    bus->stop();
    EXPECT_EQ(bus->drain(), 0);
}

}  // namespace
