// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/Connection.h"

#include <filesystem>
#include <memory>
#include <string_view>

namespace congvu::host {

/// One kind of database: opens connections and knows what only this kind can do. Thread-safe.
class Dialect {
public:
    virtual ~Dialect() = default;
    /// "sqlite" or "postgres", as in the names of migration files.
    [[nodiscard]] virtual std::string_view name() const = 0;
    virtual std::unique_ptr<Connection> openReader() = 0;
    virtual std::unique_ptr<Connection> openWriter() = 0;
    /// Writes a consistent copy of the whole database while it is in use.
    virtual void copyTo(const std::filesystem::path& target) = 0;
};

}  // namespace congvu::host
