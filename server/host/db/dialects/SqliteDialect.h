// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/DatabaseOptions.h"
#include "db/Dialect.h"

namespace congvu::host {

/// The default: one SQLite file in WAL mode, so that readers never wait for the writer.
class SqliteDialect final : public Dialect {
public:
    explicit SqliteDialect(DatabaseOptions options);
    [[nodiscard]] std::string_view name() const override { return "sqlite"; }
    std::unique_ptr<Connection> openReader() override;
    std::unique_ptr<Connection> openWriter() override;
    void copyTo(const std::filesystem::path& target) override;

private:
    DatabaseOptions options_;
};

}  // namespace congvu::host
