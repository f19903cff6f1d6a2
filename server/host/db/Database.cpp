// SPDX-License-Identifier: Apache-2.0
#include "db/Database.h"

#include "db/GroupCommitWriter.h"
#include "db/ReaderPool.h"
#include "db/dialects/PostgresDialect.h"
#include "db/dialects/SqliteDialect.h"

#include <stdexcept>

namespace congvu::host {

namespace {

bool isPostgres(std::string_view location) {
    return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

std::unique_ptr<Dialect> makeDialect(const DatabaseOptions& options) {
    if (isPostgres(options.location)) {
        return std::make_unique<PostgresDialect>(options);
    }
    return std::make_unique<SqliteDialect>(options);
}

}  // namespace

std::unique_ptr<Database> Database::open(const DatabaseOptions& options, Log& log) {
    return std::unique_ptr<Database>{new Database(makeDialect(options), options, log)};
}

Database::Database(std::unique_ptr<Dialect> dialect, const DatabaseOptions& options, Log& log)
    : dialect_(std::move(dialect)),
      writer_(std::make_unique<GroupCommitWriter>(*dialect_, GroupCommitWriter::Limits{options.maximumBatch, options.maximumQueue}, log)),
      readers_(std::make_unique<ReaderPool>(*dialect_, ReaderPool::Limits{options.maximumReaders, options.readerTimeout})) {}

Database::~Database() {
    // Readers close first: the last connection to close folds SQLite's log back into the file, and readers must not write.
    writer_->stop();
    readers_.reset();
}

void Database::readWith(const std::function<void(db::Reader&)>& work) {
    readers_->run(work);
}

void Database::writeWith(const std::function<void(db::Tx&)>& work) {
    refuseInsideRead();
    writer_->run(work, GroupCommitWriter::TimeLimit::applies);
}

void Database::writeWithoutTimeLimit(const std::function<void(db::Tx&)>& work) {
    refuseInsideRead();
    writer_->run(work, GroupCommitWriter::TimeLimit::lifted);
}

void Database::refuseInsideRead() const {
    if (readers_->isReadingOnThisThread()) {
        throw std::logic_error("a write was started inside a read of the same database; end the read first");
    }
}

std::string_view Database::dialect() const {
    return dialect_->name();
}

void Database::copyTo(const std::filesystem::path& target) {
    dialect_->copyTo(target);
}

}  // namespace congvu::host
