// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvu::statistics {

/// A measure as the page shows it. Values in `values` are always shown, in that order; measures without any list what was found, most
/// first.
struct MeasureShown {
    std::string_view id;
    std::vector<std::string_view> values;
};

/// What the page shows of one source.
struct SourceShown {
    std::string_view id;  ///< the plugin
    std::vector<MeasureShown> measures;
    std::vector<std::string_view> statuses;  ///< of the measures "time:…", in the order in which they are reached
    /// The measure, and its values, that say what was done on time and what was late.
    std::string_view timeliness;
    std::string_view onTime;
    std::string_view late;
};

/// Incoming, outgoing, tasks.
[[nodiscard]] const std::vector<SourceShown>& shownSources();

/// The measures that are summed up for a source: the number of things, what is shown, and the times.
[[nodiscard]] std::vector<std::string> measuresOf(const SourceShown& source);

/// A value as of today: "due:2026-03-20" is in_term up to that day and overdue afterwards; others stay as they are.
[[nodiscard]] std::string valueOn(std::string_view value, std::string_view today);

}  // namespace congvu::statistics
