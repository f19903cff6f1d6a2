// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/Connection.h"
#include "db/DatabaseOptions.h"
#include "db/dialects/SqliteStatement.h"
#include "db/dialects/StatementCache.h"

#include <chrono>
#include <memory>

struct sqlite3;

namespace congvu::host {

/// A connection to an SQLite file in WAL mode with synchronous=FULL, foreign keys on and a time limit for statements.
class SqliteConnection final : public Connection {
public:
    enum class Purpose { read, write };

    SqliteConnection(const DatabaseOptions& options, Purpose purpose);
    ~SqliteConnection() override;

    void query(std::string_view sql, const db::Params& params, const db::Reader::OnRow& onRow) override;
    std::int64_t execute(std::string_view sql, const db::Params& params) override;
    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void setSavepoint() override;
    void releaseSavepoint() override;
    void rollBackToSavepoint() override;
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] bool isUsable() const override { return true; }
    void setTimeLimited(bool isLimited) override;

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    struct Closer {
        void operator()(sqlite3* database) const noexcept;
    };
    using Handle = std::unique_ptr<sqlite3, Closer>;

    static Handle open(const DatabaseOptions& options, Purpose purpose);
    void configure(const DatabaseOptions& options);
    void runScript(const char* sql);
    void runPrepared(SqliteStatement& statement);
    void startTimeLimit();
    /// Called by SQLite every few thousand steps; anything but 0 interrupts the statement.
    static int onProgress(void* connection);

    Purpose purpose_;
    std::chrono::milliseconds statementLimit_;
    bool isTimeLimited_ = true;
    std::chrono::steady_clock::time_point deadline_;
    Handle handle_;
    // After the handle, so that they are finalized before it closes.
    std::unique_ptr<SqliteStatement> begin_;
    std::unique_ptr<SqliteStatement> commit_;
    std::unique_ptr<SqliteStatement> savepoint_;
    std::unique_ptr<SqliteStatement> release_;
    std::unique_ptr<SqliteStatement> rollBackTo_;
    StatementCache cache_;
};

}  // namespace congvu::host
