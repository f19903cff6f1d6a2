// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/PostgresRow.h"

#include <charconv>
#include <stdexcept>

namespace congvu::host {

namespace {

template <class Number>
Number numberFrom(std::string_view text) {
    Number value{};
    const auto* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value).ptr != end) {
        throw std::logic_error("the column does not hold a number");
    }
    return value;
}

}  // namespace

pqxx::field PostgresRow::field(int column) const {
    if (column < 0 || column >= static_cast<int>(row_.size())) {
        throw std::logic_error("the row has no column " + std::to_string(column));
    }
    return row_[static_cast<pqxx::row::size_type>(column)];
}

bool PostgresRow::isNull(int column) const {
    return field(column).is_null();
}

std::string_view PostgresRow::text(int column) const {
    const auto value = field(column);
    if (value.is_null()) {
        throw std::logic_error("column " + std::to_string(column) + " is NULL");
    }
    return {value.c_str(), value.size()};
}

std::int64_t PostgresRow::integer(int column) const {
    const auto value = text(column);
    if (value == "t" || value == "f") {
        return value == "t" ? 1 : 0;
    }
    return numberFrom<std::int64_t>(value);
}

double PostgresRow::real(int column) const {
    return numberFrom<double>(text(column));
}

}  // namespace congvu::host
