// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::db {

/// One result row, valid only inside the callback it is handed to. Columns are counted from 0. Reading a NULL with a
/// function that cannot answer it is a programming error and throws std::logic_error.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;

    [[nodiscard]] std::string string(int column) const { return std::string{text(column)}; }
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] Timestamp time(int column) const { return Timestamp{std::chrono::milliseconds{integer(column)}}; }
    [[nodiscard]] Date date(int column) const;
    [[nodiscard]] std::optional<std::string> optionalString(int column) const {
        return isNull(column) ? std::nullopt : std::optional{string(column)};
    }
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const {
        return isNull(column) ? std::nullopt : std::optional{integer(column)};
    }
    [[nodiscard]] std::optional<Timestamp> optionalTime(int column) const {
        return isNull(column) ? std::nullopt : std::optional{time(column)};
    }
    [[nodiscard]] std::optional<Date> optionalDate(int column) const { return isNull(column) ? std::nullopt : std::optional{date(column)}; }
};

}  // namespace congvu::db
