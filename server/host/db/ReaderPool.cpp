// SPDX-License-Identifier: Apache-2.0
#include "db/ReaderPool.h"

#include "congvu/error/AppError.h"
#include "db/Dialect.h"

#include <algorithm>

namespace congvu::host {

namespace {

/// What this thread reads just now: one entry a pool, because one process may have several databases.
struct ActiveRead {
    const ReaderPool* pool;
    Connection* connection;
};
thread_local std::vector<ActiveRead> activeReads;

Connection* activeConnection(const ReaderPool* pool) {
    const auto found = std::find_if(activeReads.begin(), activeReads.end(), [pool](const ActiveRead& read) { return read.pool == pool; });
    return found == activeReads.end() ? nullptr : found->connection;
}

class ConnectionReader final : public db::Reader {
public:
    explicit ConnectionReader(Connection& connection) : connection_(connection) {}
    void query(std::string_view sql, const db::Params& params, const OnRow& onRow) override { connection_.query(sql, params, onRow); }

private:
    Connection& connection_;
};

}  // namespace

/// A connection in use by this thread, with its snapshot open.
class ReaderPool::Lease {
public:
    explicit Lease(ReaderPool& pool) : pool_(pool), connection_(pool.take()) { activeReads.push_back({&pool_, connection_.get()}); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
        activeReads.pop_back();
        connection_->rollback();  // a snapshot has nothing to commit
        pool_.giveBack(std::move(connection_));
    }
    Connection& connection() { return *connection_; }

private:
    ReaderPool& pool_;
    std::unique_ptr<Connection> connection_;
};

ReaderPool::ReaderPool(Dialect& dialect, Limits limits) : dialect_(dialect), limits_(limits) {}
ReaderPool::~ReaderPool() = default;

void ReaderPool::run(const std::function<void(db::Reader&)>& work) {
    if (auto* connection = activeConnection(this)) {
        ConnectionReader reader{*connection};
        work(reader);
        return;
    }
    Lease lease{*this};
    lease.connection().begin();
    ConnectionReader reader{lease.connection()};
    work(reader);
}

bool ReaderPool::isReadingOnThisThread() const {
    return activeConnection(this) != nullptr;
}

std::unique_ptr<Connection> ReaderPool::take() {
    {
        std::unique_lock lock{mutex_};
        const auto isAvailable = [this] { return !idle_.empty() || opened_ < limits_.maximumConnections; };
        if (!returned_.wait_for(lock, limits_.waitTimeout, isAvailable)) {
            throw AppError(ErrorKind::unavailable, "database-busy");
        }
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
        ++opened_;
    }
    try {
        return dialect_.openReader();
    } catch (...) {
        const std::lock_guard lock{mutex_};
        --opened_;
        throw;
    }
}

void ReaderPool::giveBack(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock{mutex_};
        if (connection->isUsable()) {
            idle_.push_back(std::move(connection));
        } else {
            --opened_;
        }
    }
    returned_.notify_one();
}

}  // namespace congvu::host
