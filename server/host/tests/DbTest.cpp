// SPDX-License-Identifier: Apache-2.0
#include "DbFixture.h"
#include "congvu/error/AppError.h"
#include "db/DatabaseError.h"
#include "db/GroupCommitWriter.h"
#include "db/dialects/SqliteDialect.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>
#include <stdexcept>
#include <thread>

namespace {

using congvu::AppError;
using congvu::db::Reader;
using congvu::db::Row;
using congvu::db::Tx;
using congvu::host::Database;
using congvu::host::DatabaseError;
using congvu::host::DatabaseOptions;
using congvu::host::testing::DbFixture;

class DbTest : public ::testing::Test {
protected:
    DbTest() { db.run("CREATE TABLE note (id BIGINT PRIMARY KEY, text TEXT, flag BOOLEAN)"); }

    void insert(std::int64_t id) { db.run("INSERT INTO note (id) VALUES ($1)", {id}); }
    std::int64_t count() { return db.number("SELECT count(*) FROM note"); }

    DbFixture db;
};

TEST_F(DbTest, BindsPlaceholdersByTheirNumberAndNotByTheirOrder) {
    const auto text = db.database().read([](Reader& reader) {
        return reader.one("SELECT $2 || $1 || $2 || $3", {"a", "b", "c"}, [](const Row& row) { return row.string(0); });
    });
    EXPECT_EQ(text, "babc");
}

TEST_F(DbTest, RefusesValuesThatDoNotFitThePlaceholders) {
    EXPECT_THROW(db.run("INSERT INTO note (id) VALUES ($1)", {}), std::logic_error);
    EXPECT_THROW(db.run("INSERT INTO note (id) VALUES ($1)", {1, 2}), std::logic_error);
    EXPECT_THROW(db.run("INSERT INTO note (id) VALUES ($2)", {1, 2}), std::logic_error);
    EXPECT_THROW(db.run("INSERT INTO note (id) VALUES (?)", {1}), std::logic_error);
    EXPECT_THROW(db.run("DELETE FROM note; DELETE FROM note", {}), std::logic_error);
}

TEST_F(DbTest, KeepsEveryKindOfValue) {
    const auto at = congvu::Timestamp{std::chrono::milliseconds{1795356185123}};
    db.run("CREATE TABLE kinds (a TEXT, b TEXT, c BIGINT, d DOUBLE PRECISION, e BOOLEAN, f BIGINT, g TEXT, h TEXT)");
    db.run("INSERT INTO kinds VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
           {"đường", std::string_view{}, INT64_MIN, 0.25, true, at, congvu::Date(2026, 3, 2), std::optional<std::string>{}});
    db.database().read([&](Reader& reader) {
        reader.query("SELECT * FROM kinds", {}, [&](const Row& row) {
            EXPECT_EQ(row.text(0), "đường");
            EXPECT_FALSE(row.isNull(1));
            EXPECT_EQ(row.text(1), "");
            EXPECT_EQ(row.integer(2), INT64_MIN);
            EXPECT_EQ(row.real(3), 0.25);
            EXPECT_TRUE(row.boolean(4));
            EXPECT_EQ(row.time(5), at);
            EXPECT_EQ(row.date(6), congvu::Date(2026, 3, 2));
            EXPECT_FALSE(row.optionalString(7).has_value());
            EXPECT_THROW((void)row.text(7), std::logic_error);
            EXPECT_THROW((void)row.integer(7), std::logic_error);
            EXPECT_THROW((void)row.integer(8), std::logic_error);
        });
    });
}

TEST_F(DbTest, TellsHowManyRowsAStatementChanged) {
    insert(1);
    insert(2);
    const auto changed = db.database().write([](Tx& tx) { return tx.execute("UPDATE note SET text = $1", {"x"}); });
    EXPECT_EQ(changed, 2);
}

TEST_F(DbTest, ReadsReturningRowsInTheWritersTransaction) {
    const auto id = db.database().write([](Tx& tx) {
        return tx.one("INSERT INTO note (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id", {7},
                      [](const Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(id, 7);
}

TEST_F(DbTest, RefusesToWriteOnAReader) {
    EXPECT_THROW(db.database().read([](Reader& reader) { reader.query("INSERT INTO note (id) VALUES (1)", {}, [](const Row&) {}); }),
                 DatabaseError);
    EXPECT_EQ(count(), 0);
}

TEST_F(DbTest, ChecksForeignKeys) {
    db.run("CREATE TABLE child (note_id BIGINT NOT NULL REFERENCES note (id))");
    EXPECT_THROW(db.run("INSERT INTO child VALUES (5)"), DatabaseError);
}

TEST_F(DbTest, UndoesAClosureThatThrowsAndThrowsItsErrorAgain) {
    EXPECT_THROW(db.database().write([](Tx& tx) {
        tx.execute("INSERT INTO note (id) VALUES (1)");
        throw AppError::notFound();
    }),
                 AppError);
    EXPECT_EQ(count(), 0);
    insert(1);
    EXPECT_EQ(count(), 1);
}

TEST_F(DbTest, SeesOneSnapshotInAllStatementsOfARead) {
    insert(1);
    db.database().read([&](Reader& reader) {
        const auto counted = [&] { return reader.one("SELECT count(*) FROM note", {}, [](const Row& row) { return row.integer(0); }); };
        EXPECT_EQ(counted(), 1);
        std::thread{[&] { insert(2); }}.join();
        EXPECT_EQ(counted(), 1);
    });
    EXPECT_EQ(count(), 2);
}

TEST_F(DbTest, JoinsTheSnapshotOfTheOuterReadInANestedOne) {
    db.database().read([&](Reader& reader) {
        EXPECT_FALSE(reader.exists("SELECT 1 FROM note", {}));
        std::thread{[&] { insert(1); }}.join();
        EXPECT_EQ(count(), 0);
    });
}

TEST_F(DbTest, RunsTheSameStatementInsideItsOwnRowCallback) {
    insert(1);
    insert(2);
    std::int64_t pairs = 0;
    db.database().read([&](Reader& reader) {
        const std::string_view sql = "SELECT id FROM note";
        reader.query(sql, {}, [&](const Row&) { reader.query(sql, {}, [&](const Row&) { ++pairs; }); });
    });
    EXPECT_EQ(pairs, 4);
}

TEST_F(DbTest, RefusesAWriteInsideAWriteAndInsideARead) {
    EXPECT_THROW(db.database().write([&](Tx&) { insert(1); }), std::logic_error);
    EXPECT_THROW(db.database().read([&](Reader&) { insert(1); }), std::logic_error);
    insert(2);
    EXPECT_EQ(count(), 1);
}

TEST_F(DbTest, RunsAfterCommitActionsOnceTheRowIsVisibleAndBeforeTheWriterReturns) {
    std::int64_t seen = -1;
    db.database().write([&](Tx& tx) {
        tx.execute("INSERT INTO note (id) VALUES (1)");
        tx.afterCommit([&] { seen = count(); });
    });
    EXPECT_EQ(seen, 1);
}

TEST_F(DbTest, RunsNoAfterCommitActionOfAFailedClosure) {
    bool hasRun = false;
    EXPECT_THROW(db.database().write([&](Tx& tx) {
        tx.afterCommit([&] { hasRun = true; });
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_FALSE(hasRun);
}

TEST_F(DbTest, KeepsTheWriteWhenAnAfterCommitActionThrows) {
    db.database().write([&](Tx& tx) {
        tx.execute("INSERT INTO note (id) VALUES (1)");
        tx.afterCommit([] { throw std::runtime_error("no"); });
    });
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(db.log().ids(), std::vector<std::string>{"database.after-commit-failed"});
}

TEST_F(DbTest, RefusesAWriteInsideAnAfterCommitAction) {
    db.database().write([&](Tx& tx) { tx.afterCommit([&] { insert(1); }); });
    EXPECT_EQ(db.log().ids(), std::vector<std::string>{"database.after-commit-failed"});
    EXPECT_EQ(count(), 0);
}

TEST_F(DbTest, MakesAConsistentCopyThatOpensAsADatabase) {
    insert(1);
    const auto copy = db.folder() / "copy.db";
    db.database().copyTo(copy);
    EXPECT_THROW(db.database().copyTo(copy), DatabaseError);
    DatabaseOptions options;
    options.location = copy.string();
    const auto opened = Database::open(options, db.log());
    EXPECT_TRUE(opened->read([](Reader& reader) { return reader.exists("SELECT 1 FROM note WHERE id = 1", {}); }));
}

TEST(DbOpen, ThrowsWhenTheFileCannotBeOpened) {
    congvu::host::testing::MemoryLog log;
    DatabaseOptions options;
    options.location = "/nonexistent-folder/congvu.db";
    EXPECT_THROW(Database::open(options, log), DatabaseError);
}

TEST(DbLimits, InterruptsAStatementThatRunsTooLong) {
    DatabaseOptions options;
    options.statementLimit = std::chrono::milliseconds{50};
    DbFixture db{options};
    const std::string_view endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    EXPECT_THROW((void)db.number(endless), DatabaseError);
    EXPECT_THROW(db.run(endless), DatabaseError);
    EXPECT_EQ(db.number("SELECT 1"), 1);
}

TEST(DbGroupCommit, KeepsEveryWriteOfSixtyFourThreadsAndOnlyTheGoodOnes) {
    DbFixture db;
    db.run("CREATE TABLE counter (id BIGINT PRIMARY KEY, value BIGINT NOT NULL)");
    db.run("CREATE TABLE given (number BIGINT PRIMARY KEY)");
    db.run("INSERT INTO counter VALUES (1, 0)");
    constexpr int kThreads = 64;
    constexpr int kWrites = 40;
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&, thread] {
            for (int index = 0; index < kWrites; ++index) {
                const bool shallFail = (thread + index) % 5 == 0;
                try {
                    db.database().write([&](Tx& tx) {
                        const auto number = tx.one("UPDATE counter SET value = value + 1 WHERE id = 1 RETURNING value", {},
                                                   [](const Row& row) { return row.integer(0); });
                        tx.execute("INSERT INTO given VALUES ($1)", {number});
                        if (shallFail) {
                            throw AppError::forbidden();
                        }
                    });
                    EXPECT_FALSE(shallFail);
                } catch (const AppError&) {
                    EXPECT_TRUE(shallFail);
                    ++failed;
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    const auto good = kThreads * kWrites - failed;
    EXPECT_EQ(failed, kThreads * kWrites / 5);
    EXPECT_EQ(db.number("SELECT count(*) FROM given"), good);
    EXPECT_EQ(db.number("SELECT max(number) FROM given"), good);  // no gap
}

/// Holds the writer inside a closure until it is told to go on.
class Blocker {
public:
    explicit Blocker(Database& database)
        : write_(std::async(std::launch::async, [this, &database] {
              database.write([this](Tx&) {
                  isRunning_.set_value();
                  mayEnd_.get_future().wait();
              });
          })) {
        isRunning_.get_future().wait();
    }
    void release() {
        mayEnd_.set_value();
        write_.get();
    }

private:
    std::promise<void> isRunning_;
    std::promise<void> mayEnd_;
    std::future<void> write_;
};

/// Starts one write more than the queue holds and comes back when one was refused: then the queue is full.
class FullQueue {
public:
    FullQueue(Database& database, int queueSize, std::function<void(Tx&, int)> work) {
        for (int index = 0; index <= queueSize; ++index) {
            threads_.emplace_back([this, &database, work, index] {
                try {
                    database.write([&](Tx& tx) { work(tx, index); });
                    ++done_;
                } catch (const AppError& error) {
                    EXPECT_EQ(error.kind(), congvu::ErrorKind::unavailable);
                    if (!hasRefused_.exchange(true)) {
                        oneRefused_.count_down();
                    }
                }
            });
        }
        oneRefused_.wait();
    }
    int finish() {
        for (auto& thread : threads_) {
            thread.join();
        }
        return done_;
    }

private:
    std::latch oneRefused_{1};
    std::atomic<bool> hasRefused_ = false;
    std::atomic<int> done_ = 0;
    std::vector<std::thread> threads_;
};

DatabaseOptions withQueueOf(std::size_t maximumQueue) {
    DatabaseOptions options;
    options.maximumQueue = maximumQueue;
    return options;
}

TEST(DbLimits, RefusesMoreWaitingWritesThanTheQueueHolds) {
    DbFixture db{withQueueOf(2)};
    Blocker blocker{db.database()};
    FullQueue queue{db.database(), 2, [](Tx&, int) {}};
    blocker.release();
    EXPECT_EQ(queue.finish(), 2);
}

TEST(DbGroupCommit, PutsWritesThatWaitIntoOneTransaction) {
    DbFixture db{withQueueOf(8)};
    db.run("CREATE TABLE note (id BIGINT PRIMARY KEY)");
    std::atomic<std::int64_t> visibleWhileWriting = 0;
    Blocker blocker{db.database()};
    FullQueue queue{db.database(), 8, [&](Tx& tx, int index) {
                        tx.execute("INSERT INTO note VALUES ($1)", {index});
                        visibleWhileWriting += db.number("SELECT count(*) FROM note");
                    }};
    blocker.release();
    EXPECT_EQ(queue.finish(), 8);
    EXPECT_EQ(visibleWhileWriting, 0);  // one by one, they would have seen each other's rows
    EXPECT_EQ(db.number("SELECT count(*) FROM note"), 8);
}

TEST(DbGroupCommit, UndoesOnlyTheClosureThatThrowsInABatch) {
    DbFixture db{withQueueOf(8)};
    db.run("CREATE TABLE note (id BIGINT PRIMARY KEY)");
    std::atomic<int> refusedByDatabase = 0;
    Blocker blocker{db.database()};
    FullQueue queue{db.database(), 8, [&](Tx& tx, int index) {
                        tx.execute("INSERT INTO note VALUES ($1)", {index + 100});
                        try {
                            tx.execute("INSERT INTO note VALUES ($1)", {index % 2});  // all but two of them stand there already
                        } catch (const DatabaseError&) {
                            ++refusedByDatabase;
                            throw AppError(congvu::ErrorKind::unavailable, "test");
                        }
                    }};
    blocker.release();
    EXPECT_EQ(queue.finish(), 2);
    EXPECT_EQ(refusedByDatabase, 6);
    EXPECT_EQ(db.number("SELECT count(*) FROM note"), 4);
}

TEST(DbClose, FinishesQueuedWritesAndRefusesLaterOnes) {
    DbFixture db;
    db.run("CREATE TABLE note (id BIGINT PRIMARY KEY)");
    congvu::host::SqliteDialect dialect{db.options()};
    congvu::host::GroupCommitWriter writer{dialect, {16, 1000}, db.log()};
    std::atomic<std::int64_t> next = 0;
    std::atomic<std::int64_t> done = 0;
    std::latch someDone{100};
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&] {
            try {
                while (true) {
                    writer.run([&](Tx& tx) { tx.execute("INSERT INTO note VALUES ($1)", {next++}); },
                               congvu::host::GroupCommitWriter::TimeLimit::applies);
                    if (++done <= 100) {
                        someDone.count_down();
                    }
                }
            } catch (const AppError& error) {
                EXPECT_EQ(error.code(), "database-busy");
            }
        });
    }
    someDone.wait();
    writer.stop();
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(db.number("SELECT count(*) FROM note"), done);
}

}  // namespace
