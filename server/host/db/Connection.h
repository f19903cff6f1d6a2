// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <cstdint>
#include <string_view>

namespace congvu::host {

/// One connection to the database, used by one thread at a time. Every function throws DatabaseError when the database refuses, and
/// std::logic_error when placeholders and values do not fit together.
class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    /// Runs one statement and hands each row to `onRow`. A row callback may run further statements, the same one included.
    virtual void query(std::string_view sql, const db::Params& params, const db::Reader::OnRow& onRow) = 0;
    /// Runs one statement without rows; the number of rows it changed.
    virtual std::int64_t execute(std::string_view sql, const db::Params& params) = 0;

    /// Starts a read snapshot on a reader's connection and a write transaction on a writer's.
    virtual void begin() = 0;
    virtual void commit() = 0;
    /// Undoes the open transaction, if there is one.
    virtual void rollback() noexcept = 0;
    virtual void setSavepoint() = 0;
    virtual void releaseSavepoint() = 0;
    virtual void rollBackToSavepoint() = 0;
    /// False when the database itself has undone the transaction, as SQLite does when the disk is full.
    [[nodiscard]] virtual bool isInTransaction() const = 0;
    /// False when the connection is broken and must be replaced.
    [[nodiscard]] virtual bool isUsable() const = 0;
    /// Lifts or restores the time limit of statements; migrations may take as long as they need.
    virtual void setTimeLimited(bool isLimited) = 0;
};

}  // namespace congvu::host
