// SPDX-License-Identifier: Apache-2.0
#include "DbFixture.h"
#include "DbPostgresCluster.h"
#include "congvu/error/AppError.h"
#include "db/DatabaseError.h"

#include <gtest/gtest.h>

#include <optional>
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

/// Each test runs on both databases; on a machine without PostgreSQL the second one is skipped.
class DbTest : public ::testing::TestWithParam<std::string_view> {
protected:
    void SetUp() override { open({}); }

    void open(DatabaseOptions options) {
        if (GetParam() == "postgres") {
            const auto location = congvu::host::testing::DbPostgresCluster::newDatabase();
            if (!location) {
                GTEST_SKIP() << "PostgreSQL is not installed";
            }
            options.location = *location;
        }
        fixture.emplace(std::move(options));
        run("CREATE TABLE note (id BIGINT PRIMARY KEY, text TEXT, flag BOOLEAN)");
    }

    Database& database() { return fixture->database(); }
    void run(std::string_view sql, const congvu::db::Params& params = {}) { fixture->run(sql, params); }
    std::int64_t number(std::string_view sql) { return fixture->number(sql); }
    void insert(std::int64_t id) { run("INSERT INTO note (id) VALUES ($1)", {id}); }
    std::int64_t count() { return number("SELECT count(*) FROM note"); }
    std::vector<std::string> logged() { return fixture->log().ids(); }

    std::optional<DbFixture> fixture;
};

INSTANTIATE_TEST_SUITE_P(Dialects, DbTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& dialect) { return std::string{dialect.param}; });

TEST_P(DbTest, BindsPlaceholdersByTheirNumberAndNotByTheirOrder) {
    const auto text = database().read([](Reader& reader) {
        return reader.one("SELECT $2 || $1 || $2 || $3", {"a", "b", "c"}, [](const Row& row) { return row.string(0); });
    });
    EXPECT_EQ(text, "babc");
}

TEST_P(DbTest, RefusesValuesThatDoNotFitThePlaceholders) {
    EXPECT_THROW(run("INSERT INTO note (id) VALUES ($1)", {}), std::logic_error);
    EXPECT_THROW(run("INSERT INTO note (id) VALUES ($1)", {1, 2}), std::logic_error);
    EXPECT_ANY_THROW(run("INSERT INTO note (id) VALUES ($2)", {1, 2}));
    EXPECT_ANY_THROW(run("INSERT INTO note (id) VALUES (?)", {1}));
}

TEST_P(DbTest, RefusesSeveralStatementsInOneText) {
    EXPECT_ANY_THROW(run("DELETE FROM note; DELETE FROM note"));
}

TEST_P(DbTest, KeepsEveryKindOfValue) {
    const auto at = congvu::Timestamp{std::chrono::milliseconds{1795356185123}};
    run("CREATE TABLE kinds (a TEXT, b TEXT, c BIGINT, d DOUBLE PRECISION, e BOOLEAN, f BIGINT, g TEXT, h TEXT)");
    run("INSERT INTO kinds VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {"đường", std::string_view{}, INT64_MIN, 0.25, true, at, congvu::Date(2026, 3, 2), std::optional<std::string>{}});
    database().read([&](Reader& reader) {
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

TEST_P(DbTest, TellsHowManyRowsAStatementChanged) {
    insert(1);
    insert(2);
    const auto changed = database().write([](Tx& tx) { return tx.execute("UPDATE note SET text = $1", {"x"}); });
    EXPECT_EQ(changed, 2);
}

TEST_P(DbTest, ReadsReturningRowsInTheWritersTransaction) {
    const auto id = database().write([](Tx& tx) {
        return tx.one("INSERT INTO note (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id", {7},
                      [](const Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(id, 7);
}

TEST_P(DbTest, RefusesToWriteOnAReader) {
    EXPECT_THROW(database().read([](Reader& reader) { reader.query("INSERT INTO note (id) VALUES (1)", {}, [](const Row&) {}); }),
                 DatabaseError);
    EXPECT_EQ(count(), 0);
}

TEST_P(DbTest, ChecksForeignKeys) {
    run("CREATE TABLE child (note_id BIGINT NOT NULL REFERENCES note (id))");
    EXPECT_THROW(run("INSERT INTO child VALUES (5)"), DatabaseError);
}

TEST_P(DbTest, UndoesAClosureThatThrowsAndThrowsItsErrorAgain) {
    EXPECT_THROW(database().write([](Tx& tx) {
        tx.execute("INSERT INTO note (id) VALUES (1)");
        throw AppError::notFound();
    }),
                 AppError);
    EXPECT_EQ(count(), 0);
    insert(1);
    EXPECT_EQ(count(), 1);
}

TEST_P(DbTest, SeesOneSnapshotInAllStatementsOfARead) {
    insert(1);
    database().read([&](Reader& reader) {
        const auto counted = [&] { return reader.one("SELECT count(*) FROM note", {}, [](const Row& row) { return row.integer(0); }); };
        EXPECT_EQ(counted(), 1);
        std::thread{[&] { insert(2); }}.join();
        EXPECT_EQ(counted(), 1);
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(DbTest, JoinsTheSnapshotOfTheOuterReadInANestedOne) {
    database().read([&](Reader& reader) {
        EXPECT_FALSE(reader.exists("SELECT 1 FROM note", {}));
        std::thread{[&] { insert(1); }}.join();
        EXPECT_EQ(count(), 0);
    });
}

TEST_P(DbTest, RunsTheSameStatementInsideItsOwnRowCallback) {
    insert(1);
    insert(2);
    std::int64_t pairs = 0;
    database().read([&](Reader& reader) {
        const std::string_view sql = "SELECT id FROM note";
        reader.query(sql, {}, [&](const Row&) { reader.query(sql, {}, [&](const Row&) { ++pairs; }); });
    });
    EXPECT_EQ(pairs, 4);
}

TEST_P(DbTest, RefusesAWriteInsideAWriteAndInsideARead) {
    EXPECT_THROW(database().write([&](Tx&) { insert(1); }), std::logic_error);
    EXPECT_THROW(database().read([&](Reader&) { insert(1); }), std::logic_error);
    insert(2);
    EXPECT_EQ(count(), 1);
}

TEST_P(DbTest, RunsAfterCommitActionsOnceTheRowIsVisibleAndBeforeTheWriterReturns) {
    std::int64_t seen = -1;
    database().write([&](Tx& tx) {
        tx.execute("INSERT INTO note (id) VALUES (1)");
        tx.afterCommit([&] { seen = count(); });
    });
    EXPECT_EQ(seen, 1);
}

TEST_P(DbTest, RunsNoAfterCommitActionOfAFailedClosure) {
    bool hasRun = false;
    EXPECT_THROW(database().write([&](Tx& tx) {
        tx.afterCommit([&] { hasRun = true; });
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_FALSE(hasRun);
}

TEST_P(DbTest, KeepsTheWriteWhenAnAfterCommitActionThrows) {
    database().write([&](Tx& tx) {
        tx.execute("INSERT INTO note (id) VALUES (1)");
        tx.afterCommit([] { throw std::runtime_error("no"); });
    });
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(logged(), std::vector<std::string>{"database.after-commit-failed"});
}

TEST_P(DbTest, RefusesAWriteInsideAnAfterCommitAction) {
    database().write([&](Tx& tx) { tx.afterCommit([&] { insert(1); }); });
    EXPECT_EQ(logged(), std::vector<std::string>{"database.after-commit-failed"});
    EXPECT_EQ(count(), 0);
}

TEST(DbCopy, MakesAConsistentCopyThatOpensAsADatabase) {
    DbFixture db;
    db.run("CREATE TABLE note (id BIGINT PRIMARY KEY)");
    db.run("INSERT INTO note VALUES (1)");
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

}  // namespace
