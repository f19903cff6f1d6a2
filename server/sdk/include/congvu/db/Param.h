// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace congvu::db {

/// One bound value. Views are not copied: they must live until the statement has run (they do when written in the call).
class Param {
public:
    using Value = std::variant<std::monostate, std::int64_t, double, bool, std::string_view, std::string>;

    Param() = default;
    Param(std::nullopt_t) {}
    Param(std::nullptr_t) {}
    Param(std::string_view text) : value_(text) {}
    Param(const std::string& text) : value_(std::string_view{text}) {}
    Param(const char* text) : value_(std::string_view{text}) {}
    Param(bool value) : value_(value) {}
    template <std::integral T>
    requires(!std::same_as<T, bool>) Param(T value) : value_(static_cast<std::int64_t>(value)) {}
    Param(double value) : value_(value) {}
    Param(Timestamp at) : value_(static_cast<std::int64_t>(at.time_since_epoch().count())) {}
    Param(const Date& day) : value_(day.toString()) {}
    template <class T>
    Param(const std::optional<T>& value) : value_(value ? Param{*value}.value_ : Value{}) {}

    [[nodiscard]] const Value& value() const { return value_; }

private:
    Value value_;
};

/// Values for $1, $2 … in this order.
using Params = std::vector<Param>;

}  // namespace congvu::db
