// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace congvu::host {

/// How the database is opened.
struct DatabaseOptions {
    /// A file path (SQLite; made when it is missing) or "postgresql://user@host/name".
    std::string location;
    /// SQLite only: name of a registered virtual file system, empty for the system's. The fault tests inject one that loses power.
    std::string sqliteVfs;
    /// Closures in one durable transaction.
    std::size_t maximumBatch = 256;
    /// Closures that wait; one more is refused with AppError unavailable "database-busy".
    std::size_t maximumQueue = 4096;
    /// More than there are threads that read: an event loop that reads must never wait for a worker's slow statement.
    std::size_t maximumReaders = 96;
    /// A statement that runs longer is interrupted.
    std::chrono::milliseconds statementLimit{30'000};
    /// How long to wait for another process (the generation before or after this one) that holds the write lock.
    std::chrono::milliseconds lockTimeout{10'000};
    /// How long a reader waits for a free connection.
    std::chrono::milliseconds readerTimeout{10'000};
};

}  // namespace congvu::host
