// SPDX-License-Identifier: Apache-2.0
// bench-raw-commit DATABASE CLIENTS SECONDS FIRST < STATEMENTS: so many clients each wait for one set of writes to be durable, then ask for
// the next; one writer commits what waits in one transaction with synchronous=FULL. The statements (one a line) hold :id, a text that
// differs from set to set, and :n, a number that counts up from FIRST. Prints sets per second and the time that a client waits.
#include "RawDatabase.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
using congvu::bench::RawDatabase;

class GroupWriter {
public:
    GroupWriter(const char* path, std::int64_t first) : database_(path, RawDatabase::Purpose::write), number_(first) {
        for (const auto& sql : congvu::bench::linesOfInput()) {
            statements_.push_back(database_.prepare(sql));
        }
    }

    /// Waits until one set of writes is durable.
    void write() {
        std::unique_lock lock(mutex_);
        const auto ticket = ++asked_;
        wanted_.notify_one();
        written_.wait(lock, [&] { return durable_ >= ticket; });
    }

    void run() {
        std::unique_lock lock(mutex_);
        while (true) {
            wanted_.wait(lock, [&] { return asked_ > durable_ || isStopping_; });
            if (isStopping_) {
                return;
            }
            const auto until = asked_;
            const auto sets = until - durable_;
            lock.unlock();
            commit(sets);
            lock.lock();
            durable_ = until;
            written_.notify_all();
        }
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
        wanted_.notify_one();
    }

private:
    void commit(std::uint64_t sets) {
        database_.execute("BEGIN IMMEDIATE");
        for (std::uint64_t set = 0; set < sets; ++set) {
            ++number_;
            for (auto* statement : statements_) {
                bind(statement);
                database_.runToEnd(statement);
            }
        }
        database_.execute("COMMIT");
    }

    void bind(sqlite3_stmt* statement) const {
        const int idPlace = sqlite3_bind_parameter_index(statement, ":id");
        const int numberPlace = sqlite3_bind_parameter_index(statement, ":n");
        if (idPlace > 0) {
            char id[32];
            std::snprintf(id, sizeof id, "01ZZRAW%019lld", static_cast<long long>(number_));
            sqlite3_bind_text(statement, idPlace, id, 26, SQLITE_TRANSIENT);
        }
        if (numberPlace > 0) {
            sqlite3_bind_int64(statement, numberPlace, number_);
        }
    }

    RawDatabase database_;
    std::int64_t number_;
    std::vector<sqlite3_stmt*> statements_;
    std::mutex mutex_;
    std::condition_variable wanted_;
    std::condition_variable written_;
    std::uint64_t asked_ = 0;
    std::uint64_t durable_ = 0;
    bool isStopping_ = false;
};

std::vector<double> workUntil(GroupWriter& writer, Clock::time_point end) {
    std::vector<double> milliseconds;
    while (Clock::now() < end) {
        const auto started = Clock::now();
        writer.write();
        milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - started).count());
    }
    return milliseconds;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) {
        std::fputs("usage: bench-raw-commit DATABASE CLIENTS SECONDS FIRST < STATEMENTS\n", stderr);
        return 64;
    }
    GroupWriter writer(arguments[1], std::stoll(arguments[4]));
    std::thread committing([&] { writer.run(); });
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::seconds(std::stol(arguments[3]));
    std::vector<std::vector<double>> perClient(std::stoul(arguments[2]));
    std::vector<std::thread> clients;
    for (auto& waited : perClient) {
        clients.emplace_back([&waited, &writer, end] { waited = workUntil(writer, end); });
    }
    std::vector<double> all;
    for (std::size_t client = 0; client < clients.size(); ++client) {
        clients[client].join();
        all.insert(all.end(), perClient[client].begin(), perClient[client].end());
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    writer.stop();
    committing.join();
    congvu::bench::printFigures(static_cast<double>(all.size()) / seconds, all);
    return 0;
}
