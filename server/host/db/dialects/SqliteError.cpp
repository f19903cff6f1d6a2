// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/SqliteError.h"

#include "db/DatabaseError.h"

#include <sqlite3.h>

namespace congvu::host {

void throwSqliteError(sqlite3* database, std::string_view sql) {
    const auto code = std::to_string(sqlite3_extended_errcode(database));
    throw DatabaseError(code, std::string{sqlite3_errmsg(database)} + " in: " + std::string{sql.substr(0, 200)});
}

}  // namespace congvu::host
