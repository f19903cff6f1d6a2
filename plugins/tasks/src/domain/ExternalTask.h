// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"
#include "domain/TaskKind.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::tasks {

/// One line of a table, whatever file it came from. Formulas are not computed: their cells are empty and named.
struct TableLine {
    std::int64_t line = 0;  ///< in the file, from 1
    std::vector<std::string> cells;
    std::vector<std::size_t> formulas;  ///< indexes of cells that hold a formula
};

/// A task of another system (hệ thống theo dõi nhiệm vụ của cấp trên) as its file tells it.
struct ExternalTask {
    std::int64_t line = 0;
    std::string code;
    std::string title;
    std::string content;
    std::string symbol;
    std::string issuer;
    std::string field;
    std::string unit;    ///< name, short name or abbreviation
    std::string leader;  ///< a person's name, may be empty
    std::optional<Date> dueOn;
    Urgency urgency = Urgency::normal;
};

/// What is wrong with a line, by column ("code", "title", "unit", "due" …; "file" for the whole).
struct LineError {
    std::int64_t line = 0;
    std::string column;
    std::string code;  ///< message id
};

struct ExternalTasks {
    std::vector<ExternalTask> tasks;
    std::vector<LineError> errors;  ///< at most kMostLineErrors
};

inline constexpr std::size_t kMostExternalTasks = 5'000;
inline constexpr std::size_t kMostLineErrors = 200;

/// The columns of the file, in the order in which reports go back: what is taken over, then what is told. Names are compared folded.
struct ExternalColumn {
    std::string_view id;
    std::string_view title;
    std::size_t longest;  ///< characters
    bool isRequired;
};
[[nodiscard]] const std::vector<ExternalColumn>& externalColumns();
/// Titles of the columns that only the report back fills: state, per cent, day of the result, result.
[[nodiscard]] const std::vector<std::string_view>& reportBackTitles();

/// Finds the heading within the first twenty lines and reads what stands below it. Never throws: what is wrong stands in `errors`. Dates
/// are dd/MM/yyyy, yyyy-MM-dd or a spreadsheet's day number (days since 30 December 1899).
[[nodiscard]] ExternalTasks readExternalTasks(const std::vector<TableLine>& lines);

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::LineError> {
    static auto fields() {
        using Error = congvu::tasks::LineError;
        return std::tuple{field("line", &Error::line), field("column", &Error::column), field("code", &Error::code)};
    }
};
