// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Param.h"

#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace congvu::host {

/// One prepared statement. SQLite numbers "$1", "$2" … by the order in which they appear in the text, so the numbers in the names
/// are read once here and values are bound by them.
class SqliteStatement {
public:
    /// DatabaseError when SQLite does not understand the statement; std::logic_error for several statements in one text and for
    /// placeholders of any other form than $n.
    SqliteStatement(sqlite3* database, std::string_view sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    /// Binds all values without copying text. std::logic_error unless the statement has a place for every value and a value for
    /// every place.
    void bind(const db::Params& params);
    /// True when there is a row, false at the end.
    bool step();
    /// Ready for the next use; forgets the bound values.
    void reset() noexcept;
    [[nodiscard]] sqlite3_stmt* handle() const { return handle_; }

private:
    void readPlaceholders();

    sqlite3* database_;
    sqlite3_stmt* handle_ = nullptr;
    std::vector<std::size_t> valueOfPlace_;  ///< index into Params for each place of SQLite
    std::size_t valueCount_ = 0;
};

}  // namespace congvu::host
