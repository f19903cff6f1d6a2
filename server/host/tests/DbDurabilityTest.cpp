// SPDX-License-Identifier: Apache-2.0
#include "DbFixture.h"
#include "testing/PowerCutVfs.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>

namespace {

using congvu::db::Row;
using congvu::db::Tx;
using congvu::host::Database;
using congvu::host::DatabaseOptions;
using congvu::host::testing::DbFixture;
using congvu::host::testing::MemoryLog;
using congvu::testing::PowerCutVfs;

constexpr int kWriters = 8;

/// Writes rows for ever and reports each number on the pipe once its write has returned.
[[noreturn]] void writeUntilKilled(const DatabaseOptions& options, int pipe, std::int64_t firstId) {
    MemoryLog log;
    const auto database = Database::open(options, log);
    std::atomic<std::int64_t> next = firstId;
    std::vector<std::thread> threads;
    threads.reserve(kWriters);
    for (int index = 0; index < kWriters; ++index) {
        threads.emplace_back([&] {
            const std::string filling(300, 'x');
            while (true) {
                const std::int64_t id = next++;
                database->write([&](Tx& tx) { tx.execute("INSERT INTO note (id, text) VALUES ($1, $2)", {id, filling}); });
                if (::write(pipe, &id, sizeof id) != sizeof id) {
                    _exit(2);
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    _exit(3);
}

/// Numbers that a child reported before it was killed in the middle of its work.
std::set<std::int64_t> acknowledgedBeforeTheKill(const DatabaseOptions& options, std::int64_t firstId, std::size_t killAfter) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const auto child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        writeUntilKilled(options, ends[1], firstId);
    }
    ::close(ends[1]);
    std::set<std::int64_t> acknowledged;
    std::int64_t id = 0;
    while (::read(ends[0], &id, sizeof id) == sizeof id) {
        acknowledged.insert(id);
        if (acknowledged.size() == killAfter) {
            ::kill(child, SIGKILL);
        }
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
    return acknowledged;
}

std::set<std::int64_t> idsIn(Database& database) {
    std::set<std::int64_t> ids;
    database.read(
        [&](congvu::db::Reader& reader) { reader.query("SELECT id FROM note", {}, [&](const Row& row) { ids.insert(row.integer(0)); }); });
    return ids;
}

std::string integrityOf(Database& database) {
    return database.read([](congvu::db::Reader& reader) {
        return reader.one("PRAGMA integrity_check", {}, [](const Row& row) { return row.string(0); }).value_or("");
    });
}

std::size_t countMissing(const std::set<std::int64_t>& wanted, const std::set<std::int64_t>& present) {
    return static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](std::int64_t id) { return !present.contains(id); }));
}

/// The children must be forked while this process has no threads, so the database is opened only in between.
void expectNothingLostOverKills(DatabaseOptions options) {
    DbFixture db;
    db.run("CREATE TABLE note (id BIGINT PRIMARY KEY, text TEXT)");
    options.location = db.options().location;
    db.close();
    std::set<std::int64_t> acknowledged;
    for (int round = 0; round < 3; ++round) {
        const auto more = acknowledgedBeforeTheKill(options, round * 1'000'000, 200 + 150 * static_cast<std::size_t>(round));
        acknowledged.insert(more.begin(), more.end());
        db.open();
        EXPECT_EQ(integrityOf(db.database()), "ok");
        EXPECT_EQ(countMissing(acknowledged, idsIn(db.database())), 0U) << "of " << acknowledged.size();
        db.close();
    }
    EXPECT_GE(acknowledged.size(), 1'000U);
}

TEST(DbDurability, LosesNoAcknowledgedWriteWhenTheProcessIsKilled) {
    expectNothingLostOverKills({});
}

TEST(DbDurability, LosesNoAcknowledgedWriteWhenThePowerGoes) {
    PowerCutVfs::install();
    DatabaseOptions options;
    options.sqliteVfs = PowerCutVfs::kName;
    expectNothingLostOverKills(options);
}

TEST(DbDurability, SurvivesThatAnyPartOfTheUnsyncedSectorsReachesTheDisk) {
    PowerCutVfs::install();
    DatabaseOptions options;
    options.sqliteVfs = PowerCutVfs::kName;
    DbFixture db{options};
    db.run("CREATE TABLE note (id BIGINT PRIMARY KEY, text TEXT)");
    std::int64_t acknowledged = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        for (unsigned write = 0; write < 10 * seed; ++write) {
            db.run("INSERT INTO note (id, text) VALUES ($1, $2)", {++acknowledged, std::string(400, 'x')});
        }
        PowerCutVfs::cutPower(seed);
        EXPECT_ANY_THROW(db.run("INSERT INTO note (id) VALUES (-1)"));
        db.close();
        PowerCutVfs::restorePower();
        db.open();
        ASSERT_EQ(integrityOf(db.database()), "ok") << seed;
        ASSERT_EQ(db.number("SELECT count(*) FROM note"), acknowledged) << seed;
    }
}

/// Shows that the file system does lose power: the same load without syncing loses what was acknowledged.
TEST(PowerCutVfs, LosesWritesThatWereNotSynced) {
    PowerCutVfs::install();
    const congvu::testing::TemporaryFolder folder;
    const auto path = (folder.path() / "careless.db").string();
    const auto open = [&] {
        sqlite3* database = nullptr;
        EXPECT_EQ(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, PowerCutVfs::kName), SQLITE_OK);
        return database;
    };
    const auto run = [](sqlite3* database, const char* sql) { return sqlite3_exec(database, sql, nullptr, nullptr, nullptr); };
    auto* careless = open();
    EXPECT_EQ(run(careless, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE note (id)"), SQLITE_OK);
    EXPECT_EQ(run(careless, "PRAGMA synchronous = OFF; INSERT INTO note VALUES (1); INSERT INTO note VALUES (2)"), SQLITE_OK);
    PowerCutVfs::cutPower(7);
    sqlite3_close(careless);
    PowerCutVfs::restorePower();
    auto* after = open();
    int rows = 0;
    sqlite3_exec(
        after, "SELECT id FROM note", [](void* count, int, char**, char**) { return ++*static_cast<int*>(count), 0; }, &rows, nullptr);
    EXPECT_LT(rows, 2);
    sqlite3_close(after);
}

}  // namespace
