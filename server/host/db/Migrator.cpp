// SPDX-License-Identifier: Apache-2.0
#include "db/Migrator.h"

#include "db/DatabaseError.h"
#include "db/SqlScript.h"

namespace congvu::host {

namespace {

std::string describe(const std::string& plugin, const std::string& file) {
    return "migration " + file + " of " + plugin;
}

}  // namespace

Migrator::Migrator(Database& database, Clock& clock) : database_(database), clock_(clock) {
    makeLedger();
}

void Migrator::makeLedger() {
    database_.write([](db::Tx& tx) {
        tx.execute(R"sql(
            CREATE TABLE IF NOT EXISTS host_migration (
                plugin     TEXT NOT NULL,
                number     BIGINT NOT NULL,
                name       TEXT NOT NULL,
                sha256     TEXT NOT NULL,
                applied_at BIGINT NOT NULL,
                PRIMARY KEY (plugin, number)
            ))sql");
    });
}

std::vector<std::string> Migrator::apply(const std::string& plugin, const std::filesystem::path& folder) {
    const auto files = readMigrationFiles(folder, database_.dialect());
    checkLedger(database_.read([&](db::Reader& reader) { return readLedger(reader, plugin); }), files, plugin);
    std::vector<std::string> ran;
    for (const auto& file : files) {
        if (runFile(plugin, file)) {
            ran.push_back(file.name);
        }
    }
    return ran;
}

std::vector<std::string> Migrator::pending(const std::string& plugin, const std::filesystem::path& folder) {
    const auto files = readMigrationFiles(folder, database_.dialect());
    const auto ledger = database_.read([&](db::Reader& reader) { return readLedger(reader, plugin); });
    checkLedger(ledger, files, plugin);
    std::vector<std::string> names;
    for (const auto& file : files) {
        if (!ledger.contains(file.number)) {
            names.push_back(file.name);
        }
    }
    return names;
}

Migrator::Ledger Migrator::readLedger(db::Reader& reader, const std::string& plugin) {
    Ledger ledger;
    reader.query("SELECT number, name, sha256 FROM host_migration WHERE plugin = $1 ORDER BY number", {plugin}, [&](const db::Row& row) {
        ledger.emplace(static_cast<int>(row.integer(0)), Applied{row.string(1), row.string(2)});
    });
    return ledger;
}

void Migrator::checkLedger(const Ledger& ledger, const std::vector<MigrationFile>& files, const std::string& plugin) {
    for (const auto& [number, applied] : ledger) {
        const auto index = static_cast<std::size_t>(number) - 1;
        if (index >= files.size()) {
            throw MigrationRefused(
                "the database has " + describe(plugin, applied.name) +
                ", which this version does not ship; install the newer version again or restore the backup made before it");
        }
        if (files[index].name != applied.name) {
            throw MigrationRefused(describe(plugin, applied.name) + " has run already and is called " + files[index].name +
                                   " now; rename it back");
        }
        if (files[index].sha256 != applied.sha256) {
            throw MigrationRefused(describe(plugin, applied.name) +
                                   " was edited after it had run; restore the shipped file and put the change into a new one");
        }
    }
}

bool Migrator::runFile(const std::string& plugin, const MigrationFile& file) {
    bool hasRun = false;
    database_.writeWithoutTimeLimit([&](db::Tx& tx) {
        // The line goes first: when another process runs the same file, it waits here and finds the line of the other.
        const bool isNew = tx.exists(R"sql(
            INSERT INTO host_migration (plugin, number, name, sha256, applied_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT DO NOTHING RETURNING number)sql",
                                     {plugin, file.number, file.name, file.sha256, clock_.now()});
        if (isNew) {
            runStatements(tx, plugin, file);
        }
        hasRun = isNew;
    });
    return hasRun;
}

void Migrator::runStatements(db::Tx& tx, const std::string& plugin, const MigrationFile& file) {
    try {
        for (const auto& statement : splitSqlScript(file.text)) {
            tx.execute(statement);
        }
    } catch (const DatabaseError& error) {
        throw MigrationRefused(describe(plugin, file.name) + " fails: " + error.what());
    } catch (const std::invalid_argument& error) {
        throw MigrationRefused(describe(plugin, file.name) + ": " + error.what());
    }
}

}  // namespace congvu::host
