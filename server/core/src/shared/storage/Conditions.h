// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Param.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// The optional conditions of a list's WHERE clause. Only literals of a repository become SQL; values are always bound.
class Conditions {
public:
    Conditions() = default;
    explicit Conditions(db::Params params) : params_(std::move(params)) {}

    /// " AND <column> <comparison> $n", for example add("act =", act). The value must outlive the statement.
    Conditions& add(std::string_view columnAndComparison, db::Param value) {
        text_.append(" AND ").append(columnAndComparison).append(" ").append(bind(std::move(value)));
        return *this;
    }
    /// The same, when the text is not empty.
    Conditions& addIfGiven(std::string_view columnAndComparison, const std::string& value) {
        return value.empty() ? *this : add(columnAndComparison, value);
    }
    /// " AND <column> IN ($n, $m)"; an empty list matches nothing.
    Conditions& addIn(std::string_view column, const std::vector<std::string>& values) {
        text_.append(" AND ").append(values.empty() ? "FALSE" : std::string{column} + " IN (" + bindAll(values) + ")");
        return *this;
    }
    /// A literal condition without values.
    Conditions& addLiteral(std::string_view sql) {
        text_.append(" AND ").append(sql);
        return *this;
    }
    /// Binds a value and answers its placeholder, "$3".
    std::string bind(db::Param value) {
        params_.push_back(std::move(value));
        return "$" + std::to_string(params_.size());
    }
    std::string bindAll(const std::vector<std::string>& values) {
        std::string list;
        for (const auto& value : values) {
            list.append(list.empty() ? "" : ", ").append(bind(value));
        }
        return list;
    }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const db::Params& params() const { return params_; }

private:
    std::string text_;
    db::Params params_;
};

}  // namespace congvu::core
