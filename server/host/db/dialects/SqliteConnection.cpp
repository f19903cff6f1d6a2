// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/SqliteConnection.h"

#include "db/DatabaseError.h"
#include "db/dialects/SqliteError.h"
#include "db/dialects/SqliteRow.h"

#include <sqlite3.h>

namespace congvu::host {

namespace {

constexpr std::size_t kCachedStatements = 400;
/// Steps of SQLite's machine between two looks at the clock: well under a millisecond.
constexpr int kStepsBetweenChecks = 20'000;

constexpr const char* kWriterSettings = R"sql(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -32768;
    PRAGMA journal_size_limit = 67108864;
)sql";
constexpr const char* kReaderSettings = R"sql(
    PRAGMA query_only = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -1024;
)sql";

}  // namespace

void SqliteConnection::Closer::operator()(sqlite3* database) const noexcept {
    sqlite3_close_v2(database);
}

SqliteConnection::SqliteConnection(const DatabaseOptions& options, Purpose purpose)
    : purpose_(purpose),
      statementLimit_(options.statementLimit),
      handle_(open(options, purpose)),
      cache_(handle_.get(), kCachedStatements) {
    configure(options);
    auto* database = handle_.get();
    // DEFERRED lost 599 of 800 read-then-write transactions to "database is locked".
    begin_ = std::make_unique<SqliteStatement>(database, purpose == Purpose::write ? "BEGIN IMMEDIATE" : "BEGIN");
    commit_ = std::make_unique<SqliteStatement>(database, "COMMIT");
    savepoint_ = std::make_unique<SqliteStatement>(database, "SAVEPOINT closure");
    release_ = std::make_unique<SqliteStatement>(database, "RELEASE closure");
    rollBackTo_ = std::make_unique<SqliteStatement>(database, "ROLLBACK TO closure");
}

SqliteConnection::~SqliteConnection() = default;

SqliteConnection::Handle SqliteConnection::open(const DatabaseOptions& options, Purpose purpose) {
    const int access = purpose == Purpose::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const char* vfs = options.sqliteVfs.empty() ? nullptr : options.sqliteVfs.c_str();
    sqlite3* database = nullptr;
    const int result = sqlite3_open_v2(options.location.c_str(), &database, access | SQLITE_OPEN_NOMUTEX, vfs);
    Handle handle{database};
    if (result != SQLITE_OK) {
        throw DatabaseError(std::to_string(result), "the database file cannot be opened: " + options.location);
    }
    return handle;
}

void SqliteConnection::configure(const DatabaseOptions& options) {
    sqlite3_extended_result_codes(handle_.get(), 1);
    sqlite3_busy_timeout(handle_.get(), static_cast<int>(options.lockTimeout.count()));
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_limit(handle_.get(), SQLITE_LIMIT_ATTACHED, 1);  // VACUUM INTO needs one
    runScript(purpose_ == Purpose::write ? kWriterSettings : kReaderSettings);
    startTimeLimit();
    sqlite3_progress_handler(handle_.get(), kStepsBetweenChecks, &SqliteConnection::onProgress, this);
}

void SqliteConnection::runScript(const char* sql) {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        throwSqliteError(handle_.get(), sql);
    }
}

void SqliteConnection::query(std::string_view sql, const db::Params& params, const db::Reader::OnRow& onRow) {
    startTimeLimit();
    const auto statement = cache_.take(sql);
    statement->bind(params);
    const SqliteRow row{statement->handle()};
    while (statement->step()) {
        onRow(row);
    }
}

std::int64_t SqliteConnection::execute(std::string_view sql, const db::Params& params) {
    startTimeLimit();
    const auto statement = cache_.take(sql);
    statement->bind(params);
    while (statement->step()) {
        // RETURNING rows nobody asked for; the statement has to run to its end all the same.
    }
    return sqlite3_changes64(handle_.get());
}

void SqliteConnection::begin() {
    runPrepared(*begin_);
}

void SqliteConnection::commit() {
    runPrepared(*commit_);
}

void SqliteConnection::rollback() noexcept {
    if (!isInTransaction()) {
        return;
    }
    if (purpose_ == Purpose::read) {  // nothing to undo, and every read ends so: the prepared statement is the quicker one
        sqlite3_step(commit_->handle());
        commit_->reset();
    } else {
        sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void SqliteConnection::setSavepoint() {
    runPrepared(*savepoint_);
}

void SqliteConnection::releaseSavepoint() {
    runPrepared(*release_);
}

void SqliteConnection::rollBackToSavepoint() {
    runPrepared(*rollBackTo_);
}

bool SqliteConnection::isInTransaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

void SqliteConnection::setTimeLimited(bool isLimited) {
    isTimeLimited_ = isLimited;
}

void SqliteConnection::runPrepared(SqliteStatement& statement) {
    startTimeLimit();
    try {
        statement.step();
    } catch (...) {
        statement.reset();
        throw;
    }
    statement.reset();
}

void SqliteConnection::startTimeLimit() {
    deadline_ = std::chrono::steady_clock::now() + statementLimit_;
}

int SqliteConnection::onProgress(void* connection) {
    const auto& self = *static_cast<const SqliteConnection*>(connection);
    return self.isTimeLimited_ && std::chrono::steady_clock::now() > self.deadline_ ? 1 : 0;
}

}  // namespace congvu::host
