// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/SqliteCheckpointer.h"

#include "db/DatabaseError.h"
#include "db/dialects/SqliteConnection.h"

#include <sqlite3.h>

#include <optional>

namespace congvu::host {

namespace {

/// So many new pages (4 KiB each) call the thread; so many in all are copied by the writer itself.
constexpr int kPagesForThread = 1'000;
constexpr int kPagesForWriter = 8'000;

void copyPages(sqlite3* database) {
    // Busy: the writer or another process is at it. An error of the disk comes back with the next commit, which must not miss it.
    sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

}  // namespace

SqliteCheckpointer::SqliteCheckpointer(DatabaseOptions options) : options_(std::move(options)), thread_([this] { loop(); }) {}

SqliteCheckpointer::~SqliteCheckpointer() {
    {
        const std::lock_guard lock{mutex_};
        isStopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void SqliteCheckpointer::watch(sqlite3* writer) {
    sqlite3_wal_hook(writer, &SqliteCheckpointer::onCommit, this);
}

int SqliteCheckpointer::onCommit(void* checkpointer, sqlite3* writer, const char* /*schema*/, int pages) {
    auto& self = *static_cast<SqliteCheckpointer*>(checkpointer);
    if (pages >= kPagesForWriter) {
        copyPages(writer);
        self.lastPages_ = pages;
    } else {
        self.wakeAt(pages);
    }
    return SQLITE_OK;
}

void SqliteCheckpointer::wakeAt(int pages) {
    if (pages < lastPages_) {
        lastPages_ = 0;  // the log began anew
    }
    if (pages - lastPages_ < kPagesForThread) {
        return;
    }
    lastPages_ = pages;
    {
        const std::lock_guard lock{mutex_};
        isWanted_ = true;
    }
    wake_.notify_one();
}

void SqliteCheckpointer::loop() {
    std::optional<SqliteConnection> connection;
    std::unique_lock lock{mutex_};
    while (true) {
        wake_.wait(lock, [this] { return isWanted_ || isStopping_; });
        if (isStopping_) {
            return;
        }
        isWanted_ = false;
        lock.unlock();
        try {
            if (!connection) {
                connection.emplace(options_, SqliteConnection::Purpose::write);
            }
            copyPages(connection->handle());
        } catch (const DatabaseError&) {
            // The file cannot be opened just now; the writer copies the pages when there are too many.
        }
        lock.lock();
    }
}

}  // namespace congvu::host
