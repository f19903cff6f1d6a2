// SPDX-License-Identifier: Apache-2.0
#include "DbFixture.h"
#include "congvu/error/AppError.h"
#include "db/DatabaseError.h"
#include "db/GroupCommitWriter.h"
#include "db/dialects/SqliteDialect.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <future>
#include <latch>
#include <thread>
#include <vector>

namespace {

using congvu::AppError;
using congvu::db::Row;
using congvu::db::Tx;
using congvu::host::Database;
using congvu::host::DatabaseError;
using congvu::host::DatabaseOptions;
using congvu::host::testing::DbFixture;

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
    threads.reserve(kThreads);
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
    threads.reserve(8);
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
