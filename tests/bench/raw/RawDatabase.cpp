// SPDX-License-Identifier: Apache-2.0
#include "RawDatabase.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace congvu::bench {

RawDatabase::RawDatabase(const std::string& path, Purpose purpose) {
    const int access = purpose == Purpose::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    require(sqlite3_open_v2(path.c_str(), &handle_, access | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK, path);
    sqlite3_busy_timeout(handle_, 10'000);
    if (purpose == Purpose::write) {
        execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768");
    } else {
        execute("PRAGMA query_only = ON; PRAGMA cache_size = -8192");
    }
}

RawDatabase::~RawDatabase() {
    for (auto* statement : statements_) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(handle_);
}

sqlite3_stmt* RawDatabase::prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v3(handle_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    require(result == SQLITE_OK && statement != nullptr, sql);
    statements_.push_back(statement);
    return statement;
}

std::size_t RawDatabase::runToEnd(sqlite3_stmt* statement) {
    std::size_t bytes = 0;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
        const int columns = sqlite3_column_count(statement);
        for (int column = 0; column < columns; ++column) {
            sqlite3_column_text(statement, column);
            bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        }
    }
    require(result == SQLITE_DONE, sqlite3_sql(statement));
    sqlite3_reset(statement);
    return bytes;
}

void RawDatabase::execute(const char* sql) {
    require(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
}

void RawDatabase::require(bool isFine, const std::string& what) const {
    if (!isFine) {
        std::fprintf(stderr, "%s: %s\n", sqlite3_errmsg(handle_), what.c_str());
        std::exit(1);  // NOLINT(concurrency-mt-unsafe): a benchmark that cannot measure ends here
    }
}

std::vector<std::string> linesOfInput() {
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);) {
        if (!line.empty()) {
            lines.push_back(line);
        }
    }
    return lines;
}

void printFigures(double perSecond, std::vector<double>& milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return milliseconds.empty() ? 0.0 : milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    std::printf("{\"perSecond\":%f,\"p50\":%f,\"p99\":%f}\n", perSecond, at(0.5), at(0.99));
}

}  // namespace congvu::bench
