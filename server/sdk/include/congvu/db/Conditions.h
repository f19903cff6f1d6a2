// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Param.h"

#include <deque>
#include <string>
#include <string_view>

namespace congvu::db {

/// Builds a WHERE clause out of literal conditions in which each "?" stands for the next value; values are never part of the text.
/// Computed texts are kept here, so that the parameters stay valid until the statement has run.
class Conditions {
public:
    /// Adds one condition, for example where("t.due_on >= ?", {day}). One "?" for each value.
    void where(std::string_view condition, const Params& values = {});
    /// The conditions joined by AND; "TRUE" when there are none.
    [[nodiscard]] std::string sql() const { return sql_.empty() ? "TRUE" : sql_; }
    [[nodiscard]] const Params& params() const { return params_; }
    /// Adds a value that a later part of the statement (LIMIT) uses, and answers its placeholder.
    std::string bind(Param value);
    /// Keeps a computed text alive and answers a view of it.
    std::string_view keep(std::string text);

private:
    std::string sql_;
    Params params_;
    std::deque<std::string> kept_;
};

}  // namespace congvu::db
