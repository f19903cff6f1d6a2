// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::records {

/// One line of an imported file plan, in the columns of the printed form: heading, small heading, number and symbol, title, retention,
/// who keeps it, note.
struct PlanLine {
    std::int64_t line = 0;  ///< in the file, from 1
    std::string heading;
    std::string abbreviation;
    std::string subheading;
    std::string notation;
    std::string title;
    std::string retention;  ///< as parseRetention writes it
    std::string keeper;
    std::string note;
};

/// What is wrong with one line, by its column ("title", "retention" …; "file" for the whole).
struct PlanLineError {
    std::int64_t line = 0;
    std::string column;
    std::string code;  ///< message id
};

struct PlanLines {
    std::vector<PlanLine> lines;
    std::vector<PlanLineError> errors;  ///< at most 200
};

/// The columns of the file's first line, in any order; "tieu-de" and "thoi-han" must be there. Names are compared folded.
inline constexpr std::string_view kPlanCsvHeader =
    "Đề mục,Chữ viết tắt,Đề mục nhỏ,Số và ký hiệu,Tiêu đề hồ sơ,Thời hạn bảo quản,Người lập hồ sơ,Ghi chú";
inline constexpr std::size_t kMostPlanLines = 2'000;

/// Reads CSV (RFC 4180; comma or semicolon, UTF-8 with or without byte order mark). Never throws: what is wrong stands in `errors`.
PlanLines readPlanCsv(std::string_view text);

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::PlanLineError> {
    static auto fields() {
        using Error = congvu::records::PlanLineError;
        return std::tuple{field("line", &Error::line), field("column", &Error::column), field("code", &Error::code)};
    }
};
