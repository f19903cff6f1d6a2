// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/Database.h"
#include "testing/TemporaryFolder.h"

#include <mutex>
#include <string>
#include <vector>

namespace congvu::host::testing {

/// Keeps the ids of the lines written to it.
class MemoryLog final : public Log {
public:
    void info(std::string_view id, const Fields&) override { add(id); }
    void warn(std::string_view id, const Fields&) override { add(id); }
    void error(std::string_view id, const Fields&) override { add(id); }
    [[nodiscard]] std::vector<std::string> ids() const {
        const std::lock_guard lock{mutex_};
        return ids_;
    }

private:
    void add(std::string_view id) {
        const std::lock_guard lock{mutex_};
        ids_.emplace_back(id);
    }
    mutable std::mutex mutex_;
    std::vector<std::string> ids_;
};

/// A new database in a folder of its own, gone with the object: an SQLite file unless the options name another location.
class DbFixture {
public:
    explicit DbFixture(DatabaseOptions options = {}) : options_(std::move(options)) {
        if (options_.location.empty()) {
            options_.location = (folder_.path() / "congvu.db").string();
        }
        open();
    }
    void open() { database_ = Database::open(options_, log_); }
    void close() { database_.reset(); }
    [[nodiscard]] Database& database() { return *database_; }
    [[nodiscard]] const DatabaseOptions& options() const { return options_; }
    [[nodiscard]] const MemoryLog& log() const { return log_; }
    [[nodiscard]] MemoryLog& log() { return log_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

    void run(std::string_view sql, const db::Params& params = {}) {
        database_->write([&](db::Tx& tx) { tx.execute(sql, params); });
    }
    [[nodiscard]] std::int64_t number(std::string_view sql, const db::Params& params = {}) {
        return database_->read(
            [&](db::Reader& reader) { return reader.one(sql, params, [](const db::Row& row) { return row.integer(0); }).value_or(-1); });
    }

private:
    congvu::testing::TemporaryFolder folder_;
    DatabaseOptions options_;
    MemoryLog log_;
    std::unique_ptr<Database> database_;
};

}  // namespace congvu::host::testing
