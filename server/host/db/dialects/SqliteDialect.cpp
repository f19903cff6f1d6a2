// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/SqliteDialect.h"

#include "db/DatabaseError.h"
#include "db/dialects/SqliteConnection.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace congvu::host {

namespace {

void syncToDisk(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!isSynced) {
        throw DatabaseError("sync", "the copy cannot be made durable: " + path.string());
    }
}

/// SQLite counts every allocation behind one lock of the process, on which all readers meet. Nobody reads these sums.
/// Works before the first connection only; later SQLite refuses it and goes on counting.
void leaveMemoryUncounted() {
    static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(result);
}

}  // namespace

SqliteDialect::SqliteDialect(DatabaseOptions options) : options_(std::move(options)) {
    leaveMemoryUncounted();
}

std::unique_ptr<Connection> SqliteDialect::openReader() {
    return std::make_unique<SqliteConnection>(options_, SqliteConnection::Purpose::read);
}

std::unique_ptr<Connection> SqliteDialect::openWriter() {
    auto connection = std::make_unique<SqliteConnection>(options_, SqliteConnection::Purpose::write);
    std::call_once(isWriting_, [this] { checkpointer_ = std::make_unique<SqliteCheckpointer>(options_); });
    checkpointer_->watch(connection->handle());
    return connection;
}

void SqliteDialect::copyTo(const std::filesystem::path& target) {
    if (std::filesystem::exists(target)) {
        throw DatabaseError("exists", "the target of the copy exists already: " + target.string());
    }
    SqliteConnection connection{options_, SqliteConnection::Purpose::write};
    connection.setTimeLimited(false);
    connection.execute("VACUUM INTO $1", {target.string()});  // one snapshot; writers go on
    syncToDisk(target);                                       // VACUUM INTO leaves that to its caller
    syncToDisk(target.parent_path().empty() ? std::filesystem::path{"."} : target.parent_path());
}

}  // namespace congvu::host
