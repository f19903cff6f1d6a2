// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace congvu::host {

/// The database refused a statement or is not reachable. The text is for the log and never for a client. Expected conflicts are no
/// errors: repositories write them as ON CONFLICT.
class DatabaseError : public std::runtime_error {
public:
    /// `code` is SQLite's extended result code as text ("2067") or PostgreSQL's SQLSTATE ("23505").
    DatabaseError(std::string code, const std::string& message) : std::runtime_error(message + " [" + code + "]"), code_(std::move(code)) {}

    [[nodiscard]] std::string_view code() const { return code_; }

private:
    std::string code_;
};

}  // namespace congvu::host
