// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/dialects/SqliteStatement.h"

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace congvu::host {

/// Prepared statements of one connection by their text; the ones not used for longest go first when there are too many.
class StatementCache {
    struct Entry {
        Entry(sqlite3* database, std::string_view text) : sql(text), statement(database, sql) {}
        std::string sql;
        SqliteStatement statement;
        bool isInUse = false;
    };
    using Entries = std::list<Entry>;

public:
    /// A statement in use. Going out of scope resets it.
    class Use {
    public:
        explicit Use(Entry& entry) : entry_(&entry) { entry_->isInUse = true; }
        /// Takes over an entry that is not in the cache and ends with its use.
        explicit Use(Entries own) : own_(std::move(own)), entry_(&own_.front()) {}
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        ~Use() {
            entry_->statement.reset();
            entry_->isInUse = false;
        }
        SqliteStatement& operator*() const { return entry_->statement; }
        SqliteStatement* operator->() const { return &entry_->statement; }

    private:
        Entries own_;
        Entry* entry_;
    };

    StatementCache(sqlite3* database, std::size_t maximumStatements) : database_(database), maximumStatements_(maximumStatements) {}

    /// The statement, prepared now if it is not here yet. While it is in use, a second use of the same text gets one of its own.
    Use take(std::string_view sql);

private:
    void evictOldest();

    sqlite3* database_;
    std::size_t maximumStatements_;
    Entries entries_;                                                ///< used last first
    std::unordered_map<std::string_view, Entries::iterator> bySql_;  ///< keys live in the entries
};

}  // namespace congvu::host
