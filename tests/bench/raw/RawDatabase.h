// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <string>
#include <vector>

namespace congvu::bench {

/// One SQLite connection with the settings of the product's own (WAL, synchronous=FULL for writers). Ends the program with a message
/// when SQLite refuses anything: a benchmark has nobody to tell.
class RawDatabase {
public:
    enum class Purpose { read, write };

    RawDatabase(const std::string& path, Purpose purpose);
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;
    ~RawDatabase();

    /// A statement that lives as long as the connection.
    sqlite3_stmt* prepare(const std::string& sql);
    /// Steps to the end, reading every column of every row; gives the bytes that were read.
    std::size_t runToEnd(sqlite3_stmt* statement);
    void execute(const char* sql);

private:
    void require(bool isFine, const std::string& what) const;

    sqlite3* handle_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
};

/// The lines of standard input that hold anything.
std::vector<std::string> linesOfInput();

/// `{"perSecond":…,"p50":…,"p99":…}` with percentiles in milliseconds, on standard output.
void printFigures(double perSecond, std::vector<double>& milliseconds);

}  // namespace congvu::bench
