// SPDX-License-Identifier: Apache-2.0
#include "db/dialects/PostgresConnection.h"

#include "db/DatabaseError.h"
#include "db/dialects/PostgresRow.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

namespace congvu::host {

namespace {

using SnapshotRead = pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>;

constexpr std::size_t kPreparedStatements = 400;

std::string realToText(double value) {
    char buffer[32];
    const auto result = std::to_chars(std::begin(buffer), std::end(buffer), value);
    return {std::begin(buffer), result.ptr};
}

/// The highest n of all $n outside of strings, quoted names and comments to the end of a line.
std::size_t countPlaceholders(std::string_view sql) {
    std::size_t highest = 0;
    for (std::size_t index = 0; index < sql.size(); ++index) {
        const char letter = sql[index];
        const bool isComment = sql.substr(index).starts_with("--");
        if (letter == '\'' || letter == '"' || isComment) {
            index = std::min(sql.find(isComment ? '\n' : letter, index + 1), sql.size());
        } else if (letter == '$') {
            std::size_t number = 0;
            std::from_chars(sql.data() + index + 1, sql.data() + sql.size(), number);
            highest = std::max(highest, number);
        }
    }
    return highest;
}

/// Values in PostgreSQL's text format; a null pointer is NULL.
class TextParams {
public:
    explicit TextParams(const db::Params& params) {
        texts_.reserve(params.size());  // pointers into it must not move
        for (const auto& param : params) {
            std::visit([this](const auto& value) { add(value); }, param.value());
        }
    }
    [[nodiscard]] const std::vector<const char*>& pointers() const { return pointers_; }

private:
    void add(std::monostate) { pointers_.push_back(nullptr); }
    void add(std::int64_t value) { addText(std::to_string(value)); }
    void add(double value) { addText(realToText(value)); }
    void add(bool value) { addText(value ? "true" : "false"); }
    void add(std::string_view value) { addText(std::string{value}); }
    void add(const std::string& value) { addText(value); }
    void addText(std::string text) {
        texts_.push_back(std::move(text));
        pointers_.push_back(texts_.back().c_str());
    }

    std::vector<std::string> texts_;
    std::vector<const char*> pointers_;
};

}  // namespace

struct PostgresConnection::State {
    explicit State(const std::string& location) : connection(location) {}
    pqxx::connection connection;
    std::unique_ptr<pqxx::transaction_base> transaction;

    /// Runs `work` and turns what libpqxx throws into DatabaseError.
    template <class Work>
    auto guarded(bool& isBroken, Work work) {
        try {
            return work();
        } catch (const pqxx::broken_connection& error) {
            isBroken = true;
            throw DatabaseError("08006", error.what());
        } catch (const pqxx::sql_error& error) {
            throw DatabaseError(error.sqlstate(), std::string{error.what()} + " in: " + error.query().substr(0, 200));
        } catch (const pqxx::failure& error) {
            throw DatabaseError("unknown", error.what());
        }
    }
};

PostgresConnection::PostgresConnection(const DatabaseOptions& options, Purpose purpose) : purpose_(purpose) {
    try {
        state_ = std::make_unique<State>(options.location);
        state_->connection.set_variable("statement_timeout", std::to_string(options.statementLimit.count()));
        state_->connection.set_variable("lock_timeout", std::to_string(options.lockTimeout.count()));
        state_->connection.set_variable("client_min_messages", "warning");
    } catch (const pqxx::failure& error) {
        throw DatabaseError("08001", error.what());
    }
}

PostgresConnection::~PostgresConnection() {
    rollback();
}

void PostgresConnection::query(std::string_view sql, const db::Params& params, const db::Reader::OnRow& onRow) {
    const auto result = run(sql, params);
    for (const auto& row : result) {
        onRow(PostgresRow{row});
    }
}

std::int64_t PostgresConnection::execute(std::string_view sql, const db::Params& params) {
    return static_cast<std::int64_t>(run(sql, params).affected_rows());
}

pqxx::result PostgresConnection::run(std::string_view sql, const db::Params& params) {
    return state_->guarded(isBroken_, [&] {
        const auto& statement = prepare(sql);
        if (params.size() != statement.placeholders) {
            throw std::logic_error("a statement with " + std::to_string(statement.placeholders) + " placeholders was given " +
                                   std::to_string(params.size()) + " values: " + std::string{sql.substr(0, 200)});
        }
        const TextParams values{params};
        return state_->transaction->exec_prepared(statement.name, pqxx::prepare::make_dynamic_params(values.pointers()));
    });
}

const PostgresConnection::Prepared& PostgresConnection::prepare(std::string_view sql) {
    if (const auto found = prepared_.find(sql); found != prepared_.end()) {
        return found->second;
    }
    if (prepared_.size() >= kPreparedStatements) {
        forgetPrepared();
    }
    Prepared statement{"s" + std::to_string(prepared_.size()), countPlaceholders(sql)};
    state_->connection.prepare(statement.name, std::string{sql});
    return prepared_.emplace(std::string{sql}, std::move(statement)).first->second;
}

void PostgresConnection::forgetPrepared() {
    for (const auto& [text, statement] : prepared_) {
        state_->connection.unprepare(statement.name);
    }
    prepared_.clear();
}

void PostgresConnection::begin() {
    state_->guarded(isBroken_, [&] {
        if (purpose_ == Purpose::read) {
            state_->transaction = std::make_unique<SnapshotRead>(state_->connection);
        } else {
            state_->transaction = std::make_unique<pqxx::work>(state_->connection);
        }
        return true;
    });
    isTimeLimited_ = true;
}

void PostgresConnection::commit() {
    state_->guarded(isBroken_, [&] {
        state_->transaction->commit();
        return true;
    });
    state_->transaction.reset();
}

void PostgresConnection::rollback() noexcept {
    try {
        state_->transaction.reset();  // an open transaction is aborted by its destructor
    } catch (...) {
        isBroken_ = true;
    }
}

void PostgresConnection::setSavepoint() {
    runPlain("SAVEPOINT closure");
}

void PostgresConnection::releaseSavepoint() {
    runPlain("RELEASE SAVEPOINT closure");
}

void PostgresConnection::rollBackToSavepoint() {
    runPlain("ROLLBACK TO SAVEPOINT closure");
}

bool PostgresConnection::isInTransaction() const {
    return state_->transaction != nullptr;
}

bool PostgresConnection::isUsable() const {
    return !isBroken_ && state_->connection.is_open();
}

void PostgresConnection::setTimeLimited(bool isLimited) {
    if (isLimited == isTimeLimited_) {
        return;
    }
    runPlain(isLimited ? "SET LOCAL statement_timeout TO DEFAULT" : "SET LOCAL statement_timeout TO 0");
    isTimeLimited_ = isLimited;
}

void PostgresConnection::runPlain(const std::string& sql) {
    state_->guarded(isBroken_, [&] {
        state_->transaction->exec0(sql);
        return true;
    });
}

}  // namespace congvu::host
