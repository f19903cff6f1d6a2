// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/log/Log.h"
#include "db/DatabaseOptions.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace congvu::host {

class Dialect;
class GroupCommitWriter;
class ReaderPool;

/// The product's database: read-only connections for readers and ONE writer thread that makes many closures durable in one
/// transaction (docs/architecture.md §6). Thread-safe. An acknowledged write survives kill -9 and loss of power.
class Database final : public db::Db {
public:
    /// Opens or makes the database. `log` hears of after-commit actions that threw; it must outlive the database. DatabaseError when
    /// it cannot be opened.
    static std::unique_ptr<Database> open(const DatabaseOptions& options, Log& log);
    ~Database() override;  ///< waits until every queued write is done

    /// Nested reads on one thread share one connection and one snapshot. AppError unavailable "database-busy" when no connection
    /// becomes free in time.
    void readWith(const std::function<void(db::Reader&)>& work) override;
    /// std::logic_error inside a read or write closure of this database or in an after-commit action: it would wait for itself.
    void writeWith(const std::function<void(db::Tx&)>& work) override;
    /// A write whose statements may take as long as they need; for migrations.
    void writeWithoutTimeLimit(const std::function<void(db::Tx&)>& work);

    /// "sqlite" or "postgres".
    [[nodiscard]] std::string_view dialect() const;
    /// Writes a consistent copy of the whole database while it is in use; for backups. The target must not exist.
    void copyTo(const std::filesystem::path& target);

private:
    Database(std::unique_ptr<Dialect> dialect, const DatabaseOptions& options, Log& log);
    void refuseInsideRead() const;

    std::unique_ptr<Dialect> dialect_;
    std::unique_ptr<GroupCommitWriter> writer_;
    std::unique_ptr<ReaderPool> readers_;
};

}  // namespace congvu::host
