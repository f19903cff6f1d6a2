// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Param.h"

#include <string>
#include <string_view>
#include <utility>

namespace congvu::incoming {

/// A statement being put together: values get the next placeholder. Texts that are bound as views must outlive it.
struct Statement {
    std::string sql;
    db::Params params;

    /// Keeps the value and answers its placeholder.
    std::string bound(db::Param value) {
        params.push_back(std::move(value));
        return '$' + std::to_string(params.size());
    }
    void bind(db::Param value) { sql += bound(std::move(value)); }
    void add(std::string_view text) { sql += text; }
    void add(std::string_view text, db::Param value) {
        sql += text;
        bind(std::move(value));
    }
};

}  // namespace congvu::incoming
