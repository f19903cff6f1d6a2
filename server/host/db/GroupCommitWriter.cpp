// SPDX-License-Identifier: Apache-2.0
#include "db/GroupCommitWriter.h"

#include "congvu/error/AppError.h"
#include "db/DatabaseError.h"
#include "db/Dialect.h"

#include <algorithm>
#include <stdexcept>

namespace congvu::host {

namespace {

/// After a full disk or an I/O error SQLite has undone the transaction, and the next statement would run outside of any.
void requireTransaction(const Connection& connection) {
    if (!connection.isInTransaction()) {
        throw DatabaseError("rolled-back", "the database has undone the transaction of this write");
    }
}

class ConnectionTx final : public db::Tx {
public:
    ConnectionTx(Connection& connection, std::vector<std::function<void()>>& afterCommit)
        : connection_(connection), afterCommit_(afterCommit) {}

    void query(std::string_view sql, const db::Params& params, const OnRow& onRow) override {
        requireTransaction(connection_);
        connection_.query(sql, params, onRow);
    }
    std::int64_t execute(std::string_view sql, const db::Params& params) override {
        requireTransaction(connection_);
        return connection_.execute(sql, params);
    }
    void afterCommit(std::function<void()> action) override { afterCommit_.push_back(std::move(action)); }

private:
    Connection& connection_;
    std::vector<std::function<void()>>& afterCommit_;
};

}  // namespace

GroupCommitWriter::GroupCommitWriter(Dialect& dialect, Limits limits, Log& log)
    : dialect_(dialect), limits_(limits), log_(log), connection_(dialect.openWriter()), thread_([this] { loop(); }) {}

GroupCommitWriter::~GroupCommitWriter() {
    stop();
}

void GroupCommitWriter::run(const std::function<void(db::Tx&)>& work, TimeLimit timeLimit) {
    if (std::this_thread::get_id() == thread_.get_id()) {
        throw std::logic_error("a write was started inside a write closure or an after-commit action; it would wait for itself");
    }
    const auto job = std::make_shared<WriteJob>();
    job->work = &work;
    job->isTimeLimited = timeLimit == TimeLimit::applies;
    {
        const std::lock_guard lock{mutex_};
        if (isStopping_ || queue_.size() >= limits_.maximumQueue) {
            throw AppError(ErrorKind::unavailable, "database-busy");
        }
        queue_.push_back(job);
    }
    queued_.notify_one();
    job->wait();
    if (job->error) {
        std::rethrow_exception(job->error);
    }
}

void GroupCommitWriter::stop() {
    {
        const std::lock_guard lock{mutex_};
        isStopping_ = true;
    }
    queued_.notify_one();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void GroupCommitWriter::loop() {
    for (auto batch = takeBatch(); !batch.empty(); batch = takeBatch()) {
        runBatch(batch);
        for (const auto& job : batch) {
            job->finish();
        }
    }
}

GroupCommitWriter::Batch GroupCommitWriter::takeBatch() {
    std::unique_lock lock{mutex_};
    queued_.wait(lock, [this] { return isStopping_ || !queue_.empty(); });
    Batch batch;
    batch.reserve(std::min(queue_.size(), limits_.maximumBatch));
    while (!queue_.empty() && batch.size() < limits_.maximumBatch) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    return batch;
}

void GroupCommitWriter::runBatch(Batch& batch) {
    try {
        beginTransaction();
        if (batch.size() == 1) {
            runAlone(*batch.front());
        } else {
            for (const auto& job : batch) {
                runBehindSavepoint(*job);
            }
        }
        commitAndAct(batch);
    } catch (...) {
        connection_->rollback();
        failAll(batch, std::current_exception());
    }
}

void GroupCommitWriter::beginTransaction() {
    if (!connection_->isUsable()) {
        connection_ = dialect_.openWriter();
    }
    try {
        connection_->begin();
    } catch (const DatabaseError&) {
        if (connection_->isUsable()) {
            throw;
        }
        // A PostgreSQL server that was started again closes its old connections: one fresh attempt.
        connection_ = dialect_.openWriter();
        connection_->begin();
    }
}

void GroupCommitWriter::runAlone(WriteJob& job) {
    try {
        callWork(job);
    } catch (...) {
        job.error = std::current_exception();
        connection_->rollback();
    }
}

void GroupCommitWriter::runBehindSavepoint(WriteJob& job) {
    connection_->setSavepoint();
    try {
        callWork(job);
    } catch (...) {
        job.error = std::current_exception();
        requireTransaction(*connection_);
        connection_->rollBackToSavepoint();
    }
    connection_->releaseSavepoint();
}

void GroupCommitWriter::callWork(WriteJob& job) {
    connection_->setTimeLimited(job.isTimeLimited);
    ConnectionTx transaction{*connection_, job.afterCommit};
    (*job.work)(transaction);
}

void GroupCommitWriter::commitAndAct(Batch& batch) {
    const bool isUndone = batch.size() == 1 && batch.front()->error;
    if (!isUndone) {
        requireTransaction(*connection_);
        connection_->commit();
    }
    for (const auto& job : batch) {
        if (!job->error) {
            runAfterCommit(*job);
        }
    }
}

void GroupCommitWriter::failAll(Batch& batch, const std::exception_ptr& error) {
    for (const auto& job : batch) {
        if (!job->error) {
            job->error = error;
        }
    }
}

void GroupCommitWriter::runAfterCommit(WriteJob& job) {
    for (const auto& action : job.afterCommit) {
        // The write is durable already: an action that throws must neither undo it nor stop the writer.
        try {
            action();
        } catch (const std::exception& error) {
            log_.error("database.after-commit-failed", {{"error", error.what()}});
        } catch (...) {
            log_.error("database.after-commit-failed", {{"error", "not a std::exception"}});
        }
    }
}

}  // namespace congvu::host
