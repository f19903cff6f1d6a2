// SPDX-License-Identifier: Apache-2.0
#include "db/Migrator.h"

#include "DbFixture.h"
#include "db/SqlScript.h"
#include "testing/VirtualClock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace {

using congvu::host::MigrationRefused;
using congvu::host::Migrator;
using congvu::host::splitSqlScript;
using congvu::host::testing::DbFixture;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class MigratorTest : public ::testing::Test {
protected:
    MigratorTest() { std::filesystem::create_directories(folder); }

    void ship(const std::string& name, const std::string& sql) { std::ofstream{folder / name, std::ios::binary} << sql; }
    std::vector<std::string> apply() { return Migrator{db.database(), clock}.apply("incoming", folder); }
    std::string refusal() {
        try {
            apply();
        } catch (const MigrationRefused& refused) {
            return refused.what();
        }
        return "not refused";
    }

    DbFixture db;
    congvu::testing::VirtualClock clock;
    std::filesystem::path folder = db.folder() / "migrations";
};

TEST_F(MigratorTest, RunsEachFileOnceInTheOrderOfTheNumbers) {
    ship("0002_index.sql", "CREATE INDEX incoming_by_text ON incoming_note (text);");
    ship("0001_create.sql", "CREATE TABLE incoming_note (id TEXT PRIMARY KEY, text TEXT);");
    EXPECT_THAT(apply(), ElementsAre("0001_create.sql", "0002_index.sql"));
    EXPECT_THAT(apply(), IsEmpty());
    ship("0003_more.sql", "ALTER TABLE incoming_note ADD COLUMN more BIGINT; UPDATE incoming_note SET more = 1;");
    EXPECT_THAT(Migrator(db.database(), clock).pending("incoming", folder), ElementsAre("0003_more.sql"));
    EXPECT_THAT(apply(), ElementsAre("0003_more.sql"));
}

TEST_F(MigratorTest, LeavesNothingBehindOfAFileThatFails) {
    ship("0001_create.sql", "CREATE TABLE incoming_a (id TEXT); CREATE TABLE incoming_a (id TEXT);");
    EXPECT_THAT(refusal(), HasSubstr("migration 0001_create.sql of incoming fails"));
    EXPECT_EQ(db.number("SELECT count(*) FROM sqlite_master WHERE name = 'incoming_a'"), 0);
    EXPECT_EQ(db.number("SELECT count(*) FROM host_migration"), 0);
}

TEST_F(MigratorTest, RefusesAShippedFileThatWasEdited) {
    ship("0001_create.sql", "CREATE TABLE incoming_a (id TEXT);");
    apply();
    ship("0001_create.sql", "CREATE TABLE incoming_a (id TEXT, more TEXT);");
    EXPECT_THAT(refusal(), HasSubstr("0001_create.sql of incoming was edited after it had run"));
}

TEST_F(MigratorTest, RefusesAShippedFileThatWasRenamed) {
    ship("0001_create.sql", "CREATE TABLE incoming_a (id TEXT);");
    apply();
    std::filesystem::rename(folder / "0001_create.sql", folder / "0001_start.sql");
    EXPECT_THAT(refusal(), HasSubstr("is called 0001_start.sql now"));
}

TEST_F(MigratorTest, RefusesAnOlderVersionOverANewerDatabase) {
    ship("0001_create.sql", "CREATE TABLE incoming_a (id TEXT);");
    ship("0002_more.sql", "CREATE TABLE incoming_b (id TEXT);");
    apply();
    std::filesystem::remove(folder / "0002_more.sql");
    EXPECT_THAT(refusal(), HasSubstr("0002_more.sql of incoming, which this version does not ship"));
}

TEST_F(MigratorTest, TakesTheFileOfItsOwnDatabaseFromAPair) {
    ship("0001_search.sqlite.sql", "CREATE VIRTUAL TABLE incoming_search USING fts5 (text);");
    ship("0001_search.postgres.sql", "CREATE TABLE incoming_search (text tsvector);");
    EXPECT_THAT(apply(), ElementsAre("0001_search.sqlite.sql"));
}

TEST_F(MigratorTest, RefusesHalfAPairAGapADoubleNumberAndForeignNames) {
    ship("0001_search.sqlite.sql", "SELECT 1;");
    EXPECT_THAT(refusal(), HasSubstr("has no partner for postgres"));
    ship("0001_search.sql", "SELECT 1;");
    EXPECT_THAT(refusal(), HasSubstr("has a number that another file has too"));
    std::filesystem::remove(folder / "0001_search.sqlite.sql");
    ship("0003_gap.sql", "SELECT 1;");
    EXPECT_THAT(refusal(), HasSubstr("0003_gap.sql leaves a gap"));
    std::filesystem::remove(folder / "0003_gap.sql");
    ship("2_short.sql", "SELECT 1;");
    EXPECT_THAT(refusal(), HasSubstr("is not called like"));
    std::filesystem::remove(folder / "2_short.sql");
    ship("0002_other.mysql.sql", "SELECT 1;");
    EXPECT_THAT(refusal(), HasSubstr("names a database that is not known: mysql"));
    std::filesystem::remove(folder / "0002_other.mysql.sql");
    ship("README.txt", "");
    EXPECT_THAT(refusal(), HasSubstr("is not an SQL file"));
}

TEST_F(MigratorTest, HasNothingToDoForAPluginWithoutMigrations) {
    EXPECT_THAT(Migrator(db.database(), clock).apply("tasks", db.folder() / "nowhere"), IsEmpty());
}

TEST_F(MigratorTest, RunsTriggersWithSemicolonsInTheirBodies) {
    ship("0001_create.sql", R"sql(
        CREATE TABLE incoming_a (id BIGINT PRIMARY KEY, note TEXT DEFAULT 'a;b');
        CREATE TABLE incoming_log (id BIGINT, kind TEXT);
        -- a comment; with a semicolon
        CREATE TRIGGER incoming_a_insert AFTER INSERT ON incoming_a BEGIN
            INSERT INTO incoming_log VALUES (NEW.id, CASE WHEN NEW.id > 1 THEN 'big;' ELSE 'small' END);
            INSERT INTO incoming_log VALUES (NEW.id, 'again');
        END;
        INSERT INTO incoming_a (id) VALUES (2))sql");
    apply();
    EXPECT_EQ(db.number("SELECT count(*) FROM incoming_log WHERE kind = 'big;'"), 1);
    EXPECT_EQ(db.number("SELECT count(*) FROM incoming_log"), 2);
}

TEST(SqlScript, DoesNotSplitInsideStringsNamesCommentsAndDollarQuotes) {
    EXPECT_THAT(splitSqlScript("SELECT 'a;''b;'; SELECT \"x;y\" /* ; */; SELECT $$;$$, $tag$;$$;$tag$ WHERE a = $1;"), SizeIs(3));
    EXPECT_THAT(splitSqlScript("CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f(); SELECT 1"), SizeIs(2));
}

TEST(SqlScript, LeavesOutWhatHoldsNoStatement) {
    EXPECT_THAT(splitSqlScript(" ; ;; -- only a comment\n; /* ; */"), IsEmpty());
    EXPECT_THAT(splitSqlScript(""), IsEmpty());
}

TEST(SqlScript, RefusesWhatIsNotClosedAndNamesTheLine) {
    for (const auto* script : {"\nSELECT 'a", "\nSELECT \"a", "\nSELECT 1 /* ;", "\nSELECT $x$ ;", "CREATE TRIGGER t BEGIN\nSELECT 1;"}) {
        try {
            splitSqlScript(script);
            ADD_FAILURE() << script;
        } catch (const std::invalid_argument& error) {
            EXPECT_THAT(error.what(), HasSubstr("line 2")) << script;
        }
    }
}

}  // namespace
