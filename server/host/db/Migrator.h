// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"
#include "db/Database.h"
#include "db/MigrationFiles.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace congvu::host {

/// Brings the tables of host, core and plugins up to date. The ledger (table host_migration) keeps number, name and SHA-256 of every
/// file that ran. Each file runs in one transaction together with its line in the ledger: it has run wholly or not at all, also when
/// two processes start at once. A file that has run is never edited again; a change is a new file.
class Migrator {
public:
    /// Both must outlive the migrator. Makes the ledger when it is missing.
    Migrator(Database& database, Clock& clock);

    /// Runs what is missing of one plugin ("host" and "core" are owners like any other) and returns the names of the files it ran.
    /// MigrationRefused with one sentence that names the file: when a file that has run was edited or renamed, when the ledger has a
    /// number that the folder does not ship (an older version was installed over a newer one), and when a statement fails.
    std::vector<std::string> apply(const std::string& plugin, const std::filesystem::path& folder);
    /// Names of the files that apply would run.
    std::vector<std::string> pending(const std::string& plugin, const std::filesystem::path& folder);

private:
    struct Applied {
        std::string name;
        std::string sha256;
    };
    using Ledger = std::map<int, Applied>;

    void makeLedger();
    static Ledger readLedger(db::Reader& reader, const std::string& plugin);
    static void checkLedger(const Ledger& ledger, const std::vector<MigrationFile>& files, const std::string& plugin);
    bool runFile(const std::string& plugin, const MigrationFile& file);
    static void runStatements(db::Tx& tx, const std::string& plugin, const MigrationFile& file);

    Database& database_;
    Clock& clock_;
};

}  // namespace congvu::host
