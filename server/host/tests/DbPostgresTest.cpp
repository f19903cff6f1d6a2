// SPDX-License-Identifier: Apache-2.0
#include "DbFixture.h"
#include "DbPostgresCluster.h"
#include "db/DatabaseError.h"
#include "db/Migrator.h"
#include "events/EventBus.h"
#include "testing/VirtualClock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace {

using congvu::db::Tx;
using congvu::events::Event;
using congvu::host::Database;
using congvu::host::DatabaseError;
using congvu::host::DatabaseOptions;
using congvu::host::Migrator;
using congvu::host::testing::DbFixture;
using congvu::host::testing::DbPostgresCluster;

const std::filesystem::path kSource{CONGVU_SOURCE_FOLDER};

class DbPostgresTest : public ::testing::Test {
protected:
    void SetUp() override {
        const auto location = DbPostgresCluster::newDatabase();
        if (!location) {
            GTEST_SKIP() << "PostgreSQL is not installed";
        }
        options.location = *location;
        options.statementLimit = std::chrono::milliseconds{300};
        fixture.emplace(options);
    }
    Database& database() { return fixture->database(); }

    DatabaseOptions options;
    congvu::testing::VirtualClock clock;
    std::optional<DbFixture> fixture;
};

TEST_F(DbPostgresTest, RunsTheMigrationsOfHostCoreAndEveryPlugin) {
    Migrator migrator{database(), clock};
    EXPECT_FALSE(migrator.apply("host", kSource / "server/host/migrations").empty());
    EXPECT_FALSE(migrator.apply("core", kSource / "server/core/migrations").empty());
    for (const auto& plugin : std::filesystem::directory_iterator(kSource / "plugins")) {
        const auto id = plugin.path().filename().string();
        EXPECT_NO_THROW(migrator.apply(id, plugin.path() / "migrations")) << id;
        EXPECT_THAT(migrator.pending(id, plugin.path() / "migrations"), ::testing::IsEmpty());
    }
}

TEST_F(DbPostgresTest, DeliversEventsInTheOrderOfTheCommits) {
    Migrator{database(), clock}.apply("host", kSource / "server/host/migrations");
    congvu::host::EventBus bus{database(), clock, fixture->log()};
    const auto incoming = bus.forPlugin("incoming", {{"incoming.a.v1"}, {}});
    const auto tasks = bus.forPlugin("tasks", {{}, {"incoming.a.v1"}});
    std::vector<std::string> taken;
    bool shallFail = true;
    tasks->subscribe("incoming.a.v1", [&](const Event& event) {
        if (shallFail && event.entity.id == "1") {
            throw std::runtime_error("not yet");
        }
        taken.push_back(event.entity.id + event.payload);
    });
    for (const auto& sent : {std::pair{"1", "a"}, {"2", "a"}, {"1", "b"}}) {
        database().write([&](Tx& tx) {
            incoming->publishJson(tx, {"incoming.a.v1", {"incoming", "document", sent.first}, "", ""}, sent.second);
        });
    }
    EXPECT_EQ(bus.drain(), 1);
    shallFail = false;
    clock.advance(std::chrono::seconds{1});
    EXPECT_EQ(bus.drain(), 2);
    EXPECT_THAT(taken, ::testing::ElementsAre("2a", "1a", "1b"));
}

TEST_F(DbPostgresTest, NumbersEventsOfTwoNodesWithoutGapsInTheOrderOfTheirCommits) {
    Migrator{database(), clock}.apply("host", kSource / "server/host/migrations");
    DbFixture otherNode{options};
    const auto publishMany = [&](Database& node) {
        congvu::host::EventBus bus{node, clock, fixture->log()};
        const auto incoming = bus.forPlugin("incoming", {{"incoming.a.v1"}, {}});
        for (int index = 0; index < 100; ++index) {
            node.write([&](Tx& tx) { incoming->publishJson(tx, {"incoming.a.v1", {"incoming", "document", "1"}, "", ""}, "{}"); });
        }
    };
    std::thread other{[&] { publishMany(otherNode.database()); }};
    publishMany(database());
    other.join();
    EXPECT_EQ(fixture->number("SELECT count(*) FROM host_outbox"), 200);
    EXPECT_EQ(fixture->number("SELECT max(sequence) FROM host_outbox"), 200);
}

TEST_F(DbPostgresTest, WorksAgainAfterTheServerWasRestarted) {
    fixture->run("CREATE TABLE note (id BIGINT PRIMARY KEY)");
    fixture->run("INSERT INTO note VALUES (1)");
    EXPECT_EQ(fixture->number("SELECT count(*) FROM note"), 1);
    DbPostgresCluster::restart();
    EXPECT_THROW((void)fixture->number("SELECT count(*) FROM note"), DatabaseError);  // the first one meets the dead connection
    EXPECT_EQ(fixture->number("SELECT count(*) FROM note"), 1);
    fixture->run("INSERT INTO note VALUES (2)");  // a write that meets one has not begun yet and is tried again
    EXPECT_EQ(fixture->number("SELECT count(*) FROM note"), 2);
}

TEST_F(DbPostgresTest, InterruptsAStatementThatRunsTooLongButNotAMigration) {
    EXPECT_THROW((void)fixture->number("SELECT count(*) FROM pg_sleep(1)"), DatabaseError);
    EXPECT_THROW(fixture->run("SELECT pg_sleep(1)"), DatabaseError);
    database().writeWithoutTimeLimit([](Tx& tx) { EXPECT_TRUE(tx.exists("SELECT 1 FROM pg_sleep(0.4)", {})); });
    EXPECT_EQ(fixture->number("SELECT 1"), 1);
}

TEST_F(DbPostgresTest, PreparesManyStatementsWithoutKeepingAll) {
    for (int index = 0; index < 900; ++index) {
        EXPECT_EQ(fixture->number("SELECT " + std::to_string(index)), index);
    }
}

TEST_F(DbPostgresTest, RefusesToCopyAndNamesTheToolForIt) {
    try {
        database().copyTo(fixture->folder() / "copy");
        ADD_FAILURE() << "it was copied";
    } catch (const DatabaseError& error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("pg_dump"));
    }
}

TEST(DbPostgresOpen, ThrowsWhenNoServerAnswers) {
    congvu::host::testing::MemoryLog log;
    DatabaseOptions options;
    options.location = "postgresql://postgres@/none?host=/nonexistent-folder";
    EXPECT_THROW(Database::open(options, log), DatabaseError);
}

}  // namespace
