// SPDX-License-Identifier: Apache-2.0
// bench-raw-query DATABASE SECONDS < STATEMENTS: runs the SELECTs of standard input (one a line, values written out) in turn on one
// connection, each prepared once, and prints how long one takes.
#include "RawDatabase.h"

#include <chrono>
#include <cstdio>
#include <string>

using Clock = std::chrono::steady_clock;

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: bench-raw-query DATABASE SECONDS < STATEMENTS\n", stderr);
        return 64;
    }
    congvu::bench::RawDatabase database(arguments[1], congvu::bench::RawDatabase::Purpose::read);
    std::vector<sqlite3_stmt*> statements;
    for (const auto& sql : congvu::bench::linesOfInput()) {
        statements.push_back(database.prepare(sql));
        database.runToEnd(statements.back());
    }
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::duration<double>(std::stod(arguments[2]));
    std::vector<double> milliseconds;
    while (Clock::now() < end) {
        for (auto* statement : statements) {
            const auto started = Clock::now();
            database.runToEnd(statement);
            milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - started).count());
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    congvu::bench::printFigures(static_cast<double>(milliseconds.size()) / seconds, milliseconds);
    return 0;
}
