// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Row.h"

struct sqlite3_stmt;

namespace congvu::host {

/// The row a statement stands on.
class SqliteRow final : public db::Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;

private:
    [[nodiscard]] int typeOf(int column) const;
    void requireValue(int column) const;

    sqlite3_stmt* statement_;
};

}  // namespace congvu::host
