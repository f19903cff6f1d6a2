// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/DatabaseOptions.h"

#include <condition_variable>
#include <mutex>
#include <thread>

struct sqlite3;

namespace congvu::host {

/// Copies what the write-ahead log holds into the database file on a thread of its own, so that no commit waits for it. A log that
/// grows faster than that is copied by the writer, which then starts it anew (https://www.sqlite.org/wal.html, "Checkpointing").
class SqliteCheckpointer {
public:
    explicit SqliteCheckpointer(DatabaseOptions options);
    SqliteCheckpointer(const SqliteCheckpointer&) = delete;
    SqliteCheckpointer& operator=(const SqliteCheckpointer&) = delete;
    ~SqliteCheckpointer();

    /// From now on every commit of this connection tells how long the log is. The connection must not outlive the checkpointer's use.
    void watch(sqlite3* writer);

private:
    static int onCommit(void* checkpointer, sqlite3* writer, const char* schema, int pages);
    void wakeAt(int pages);
    void loop();

    const DatabaseOptions options_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool isWanted_ = false;    ///< guarded by mutex_
    bool isStopping_ = false;  ///< guarded by mutex_
    int lastPages_ = 0;        ///< length of the log at the last call; the writer's thread only
    std::thread thread_;
};

}  // namespace congvu::host
