// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/SqliteRow.h"

#include <sqlite3.h>

#include <stdexcept>

namespace congvu::host {

int SqliteRow::typeOf(int column) const {
    if (column < 0 || column >= sqlite3_column_count(statement_)) {
        throw std::logic_error("the row has no column " + std::to_string(column) + ": " + sqlite3_sql(statement_));
    }
    return sqlite3_column_type(statement_, column);
}

void SqliteRow::requireValue(int column) const {
    if (typeOf(column) == SQLITE_NULL) {
        throw std::logic_error("column " + std::to_string(column) + " is NULL: " + sqlite3_sql(statement_));
    }
}

bool SqliteRow::isNull(int column) const {
    return typeOf(column) == SQLITE_NULL;
}

std::string_view SqliteRow::text(int column) const {
    requireValue(column);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t SqliteRow::integer(int column) const {
    requireValue(column);
    return sqlite3_column_int64(statement_, column);
}

double SqliteRow::real(int column) const {
    requireValue(column);
    return sqlite3_column_double(statement_, column);
}

}  // namespace congvu::host
