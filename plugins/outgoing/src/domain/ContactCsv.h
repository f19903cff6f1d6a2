// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/sheets/Sheet.h"
#include "domain/Contact.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// One line of an imported address book.
struct ContactLine {
    std::int64_t line = 0;  ///< in the file, from 1
    ContactFacts facts;     ///< without the successor
    std::string successor;  ///< code or name as it is written
};

/// What is wrong with one line, by its column ("organId", "name" …; "file" for the whole).
struct ContactLineError {
    std::int64_t line = 0;
    std::string column;
    std::string code;  ///< message id
};

struct ContactLines {
    std::vector<ContactLine> lines;
    std::vector<ContactLineError> errors;  ///< at most kMostContactErrors
};

inline constexpr std::size_t kMostContactLines = 5'000;
inline constexpr std::size_t kMostContactErrors = 200;

/// Reads CSV (RFC 4180; comma or semicolon, UTF-8 with or without byte order mark). The first line names the columns in any order, as
/// contactSheet writes them; names are compared folded. Never throws: what is wrong stands in `errors`.
ContactLines readContactCsv(std::string_view text);

/// The address book as the import reads it back.
sheets::Sheet contactSheet(const std::vector<Contact>& contacts);

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::ContactLineError> {
    static auto fields() {
        using Error = congvu::outgoing::ContactLineError;
        return std::tuple{field("line", &Error::line), field("column", &Error::column), field("code", &Error::code)};
    }
};
