// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Param.h"
#include "congvu/db/Row.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::db {

/// Runs SELECT statements on one consistent snapshot. SQL is a literal of the repository with $1, $2 … as placeholders; one
/// placeholder may stand several times. Statements are prepared once per connection.
class Reader {
public:
    using OnRow = std::function<void(const Row&)>;
    virtual ~Reader() = default;

    virtual void query(std::string_view sql, const Params& params, const OnRow& onRow) = 0;

    /// The first row, mapped; nothing if there is none.
    template <class Map>
    auto one(std::string_view sql, const Params& params, Map&& map) -> std::optional<decltype(map(std::declval<const Row&>()))> {
        std::optional<decltype(map(std::declval<const Row&>()))> found;
        query(sql, params, [&](const Row& row) {
            if (!found) {
                found.emplace(map(row));
            }
        });
        return found;
    }
    /// Every row, mapped, in the statement's order.
    template <class Map>
    auto list(std::string_view sql, const Params& params, Map&& map) -> std::vector<decltype(map(std::declval<const Row&>()))> {
        std::vector<decltype(map(std::declval<const Row&>()))> all;
        query(sql, params, [&](const Row& row) { all.push_back(map(row)); });
        return all;
    }
    /// True when the statement yields at least one row.
    bool exists(std::string_view sql, const Params& params) {
        bool found = false;
        query(sql, params, [&](const Row&) { found = true; });
        return found;
    }
};

/// One write transaction. It commits durably when the closure returns and leaves nothing behind when it throws.
class Tx : public Reader {
public:
    /// INSERT, UPDATE or DELETE; the number of rows changed. RETURNING rows are read with query() instead.
    virtual std::int64_t execute(std::string_view sql, const Params& params = {}) = 0;
    /// Runs after the durable commit, on the writer's thread: keep it tiny (wake somebody); never runs if the transaction fails.
    virtual void afterCommit(std::function<void()> action) = 0;
};

}  // namespace congvu::db
