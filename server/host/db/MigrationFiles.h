// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// Why a folder of migrations or the ledger does not fit: one sentence that names the file.
class MigrationRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One numbered file of a plugin.
struct MigrationFile {
    int number = 0;
    std::string name;  ///< "0001_create_document.sql"
    std::string text;
    std::string sha256;  ///< lower-case hex of the text
};

/// The migrations of a folder for one dialect, in their order. Files are called "0001_create_document.sql"; where the databases must
/// differ, "0004_search.sqlite.sql" and "0004_search.postgres.sql" stand together. Numbers start at 1 and leave no gap.
/// MigrationRefused on any other name, a number that stands twice, a gap or half a pair. A missing folder has no migrations.
std::vector<MigrationFile> readMigrationFiles(const std::filesystem::path& folder, std::string_view dialect);

}  // namespace congvu::host
