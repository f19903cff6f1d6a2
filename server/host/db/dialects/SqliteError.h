// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

struct sqlite3;

namespace congvu::host {

/// Throws the connection's last error as DatabaseError, with the beginning of the statement. Bound values are never in the text.
[[noreturn]] void throwSqliteError(sqlite3* database, std::string_view sql);

}  // namespace congvu::host
