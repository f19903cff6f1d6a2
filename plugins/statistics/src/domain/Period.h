// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Date.h"

#include <string>
#include <vector>

namespace congvu::statistics {

/// A period of days, both included.
struct Period {
    Date first;
    Date last;
};

/// By what a course in time is drawn.
enum class Grain { day, month };

/// Periods of up to about two months are drawn by day, longer ones by month.
[[nodiscard]] Grain grainOf(const Period& period);

/// One point of a course: "2026-03-05" or "2026-03", and the days of the period that belong to it.
struct Bucket {
    std::string key;
    Period days;
};
[[nodiscard]] std::vector<Bucket> bucketsOf(const Period& period, Grain grain);
[[nodiscard]] std::string bucketKeyOf(Date day, Grain grain);

/// Under which key the sums of a day, of a month and of a year are kept. Keys of one kind are ordered as the days are.
[[nodiscard]] std::string dayKey(Date day);
[[nodiscard]] std::string monthKey(Date day);
[[nodiscard]] std::string yearKey(Date day);
/// The bucket's key of a day's or a month's kept key: the same without its first letter; a day's becomes its month's by month.
[[nodiscard]] std::string bucketKeyOf(const std::string& keptKey, Grain grain);

/// Keys of one kind, both included.
struct KeyRange {
    std::string first;
    std::string last;
};
/// The kept sums that make up the period: whole years, the whole months before and after them, and the days before and after these; at
/// most five.
[[nodiscard]] std::vector<KeyRange> keyRangesOf(const Period& period);
/// The kept sums that a course in time is drawn from: by day, or whole months and the days before and after them.
[[nodiscard]] std::vector<KeyRange> keyRangesOf(const Period& period, Grain grain);

}  // namespace congvu::statistics
