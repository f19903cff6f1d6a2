// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/DatabaseOptions.h"
#include "db/Dialect.h"
#include "db/dialects/SqliteCheckpointer.h"

#include <memory>
#include <mutex>

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
    std::once_flag isWriting_;
    std::unique_ptr<SqliteCheckpointer> checkpointer_;  ///< from the first writer on
};

}  // namespace congvu::host
