// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/DatabaseOptions.h"
#include "db/Dialect.h"

namespace congvu::host {

/// PostgreSQL 15 or newer, for installations of several nodes.
class PostgresDialect final : public Dialect {
public:
    explicit PostgresDialect(DatabaseOptions options);
    [[nodiscard]] std::string_view name() const override { return "postgres"; }
    std::unique_ptr<Connection> openReader() override;
    std::unique_ptr<Connection> openWriter() override;
    /// Always DatabaseError: pg_dump is the tool for it, and the message says so.
    void copyTo(const std::filesystem::path& target) override;

private:
    DatabaseOptions options_;
};

}  // namespace congvu::host
