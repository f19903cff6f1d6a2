// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/SqliteStatement.h"

#include "db/dialects/SqliteError.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>
#include <string>

namespace congvu::host {

namespace {

std::size_t numberOfPlaceholder(const char* name) {
    const std::string_view text = name == nullptr ? "" : name;
    std::size_t number = 0;
    const auto* end = text.data() + text.size();
    if (text.size() < 2 || text[0] != '$' || std::from_chars(text.data() + 1, end, number).ptr != end || number == 0) {
        throw std::logic_error("a placeholder is not of the form $1, $2 …: " + std::string{text});
    }
    return number;
}

int bindText(sqlite3_stmt* statement, int place, std::string_view text) {
    // A null pointer would bind NULL, and the data of an empty view may be one.
    return sqlite3_bind_text64(statement, place, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

/// Chooses the binding function of the value's type.
struct ValueBinder {
    sqlite3_stmt* statement;
    int place;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
    int operator()(bool value) const { return sqlite3_bind_int(statement, place, value ? 1 : 0); }
    int operator()(std::string_view value) const { return bindText(statement, place, value); }
    int operator()(const std::string& value) const { return bindText(statement, place, value); }
};

bool isOnlySpace(std::string_view text) {
    return text.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql) : database_(database) {
    const char* tail = nullptr;
    const auto result = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle_, &tail);
    if (result != SQLITE_OK) {
        throwSqliteError(database, sql);
    }
    try {
        if (handle_ == nullptr || !isOnlySpace(sql.substr(static_cast<std::size_t>(tail - sql.data())))) {
            throw std::logic_error("a text must hold exactly one SQL statement: " + std::string{sql.substr(0, 200)});
        }
        readPlaceholders();
    } catch (...) {
        sqlite3_finalize(handle_);
        throw;
    }
}

SqliteStatement::~SqliteStatement() {
    sqlite3_finalize(handle_);
}

void SqliteStatement::readPlaceholders() {
    std::set<std::size_t> numbers;
    const int places = sqlite3_bind_parameter_count(handle_);
    for (int place = 1; place <= places; ++place) {
        const auto number = numberOfPlaceholder(sqlite3_bind_parameter_name(handle_, place));
        numbers.insert(number);
        valueOfPlace_.push_back(number - 1);
    }
    valueCount_ = numbers.size();
    if (!numbers.empty() && *numbers.rbegin() != numbers.size()) {
        throw std::logic_error("the placeholders of a statement leave out a number");
    }
}

void SqliteStatement::bind(const db::Params& params) {
    if (params.size() != valueCount_) {
        throw std::logic_error("a statement with " + std::to_string(valueCount_) + " placeholders was given " +
                               std::to_string(params.size()) + " values: " + std::string{sqlite3_sql(handle_)}.substr(0, 200));
    }
    for (std::size_t index = 0; index < valueOfPlace_.size(); ++index) {
        const auto& value = params[valueOfPlace_[index]].value();
        if (std::visit(ValueBinder{handle_, static_cast<int>(index) + 1}, value) != SQLITE_OK) {
            throwSqliteError(database_, sqlite3_sql(handle_));
        }
    }
}

bool SqliteStatement::step() {
    const auto result = sqlite3_step(handle_);
    if (result == SQLITE_ROW) {
        return true;
    }
    if (result != SQLITE_DONE) {
        throwSqliteError(database_, sqlite3_sql(handle_));
    }
    return false;
}

void SqliteStatement::reset() noexcept {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
}

}  // namespace congvu::host
