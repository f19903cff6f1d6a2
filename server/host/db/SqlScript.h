// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// Splits a script into its statements at the semicolons between them; semicolons in strings, quoted names, comments, dollar quotes
/// ($$ … $$, PostgreSQL) and bodies of triggers (BEGIN … END, SQLite) do not count. Comments stay, empty statements do not.
/// std::invalid_argument with the line when a string, name, comment or body is not closed.
std::vector<std::string> splitSqlScript(std::string_view script);

}  // namespace congvu::host
