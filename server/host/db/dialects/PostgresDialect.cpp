// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/PostgresDialect.h"

#include "db/DatabaseError.h"
#include "db/dialects/PostgresConnection.h"

namespace congvu::host {

PostgresDialect::PostgresDialect(DatabaseOptions options) : options_(std::move(options)) {}

std::unique_ptr<Connection> PostgresDialect::openReader() {
    return std::make_unique<PostgresConnection>(options_, PostgresConnection::Purpose::read);
}

std::unique_ptr<Connection> PostgresDialect::openWriter() {
    return std::make_unique<PostgresConnection>(options_, PostgresConnection::Purpose::write);
}

void PostgresDialect::copyTo(const std::filesystem::path&) {
    throw DatabaseError("unsupported", "a PostgreSQL database is copied with pg_dump, not by the server");
}

}  // namespace congvu::host
