// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/Connection.h"
#include "db/DatabaseOptions.h"

#include <map>
#include <memory>
#include <string>

namespace pqxx {
class result;
}

namespace congvu::host {

/// A connection to PostgreSQL. Every statement belongs to an open transaction: read-only and repeatable for a reader, so that all its
/// statements see one snapshot; read committed for the writer. Whole results are held in memory, so every list must be limited.
class PostgresConnection final : public Connection {
public:
    enum class Purpose { read, write };

    PostgresConnection(const DatabaseOptions& options, Purpose purpose);
    ~PostgresConnection() override;

    void query(std::string_view sql, const db::Params& params, const db::Reader::OnRow& onRow) override;
    std::int64_t execute(std::string_view sql, const db::Params& params) override;
    void begin() override;
    void commit() override;
    void rollback() noexcept override;
    void setSavepoint() override;
    void releaseSavepoint() override;
    void rollBackToSavepoint() override;
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] bool isUsable() const override;
    void setTimeLimited(bool isLimited) override;

private:
    struct State;
    struct Prepared {
        std::string name;
        std::size_t placeholders;
    };
    pqxx::result run(std::string_view sql, const db::Params& params);
    const Prepared& prepare(std::string_view sql);
    void forgetPrepared();
    void runPlain(const std::string& sql);

    Purpose purpose_;
    std::unique_ptr<State> state_;
    bool isTimeLimited_ = true;
    bool isBroken_ = false;
    std::map<std::string, Prepared, std::less<>> prepared_;  ///< by the text of the statement
};

}  // namespace congvu::host
