// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Row.h"

#include <pqxx/pqxx>

namespace congvu::host {

/// One row of a PostgreSQL result.
class PostgresRow final : public db::Row {
public:
    explicit PostgresRow(const pqxx::row& row) : row_(row) {}
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    /// BOOLEAN answers 1 and 0, as in SQLite.
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;

private:
    [[nodiscard]] pqxx::field field(int column) const;

    const pqxx::row& row_;
};

}  // namespace congvu::host
