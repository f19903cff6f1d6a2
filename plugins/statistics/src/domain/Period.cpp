// SPDX-License-Identifier: Apache-2.0
#include "domain/Period.h"

#include <algorithm>
#include <chrono>

namespace congvu::statistics {

namespace {

constexpr int kLongestByDay = 62;
/// Where the month ends in "2026-03-05".
constexpr std::size_t kMonthLength = 7;

Date firstOfMonth(Date day) {
    return Date{day.year(), day.month(), 1};
}

Date lastOfMonth(Date day) {
    return Date{std::chrono::year_month_day{std::chrono::year{day.year()} / std::chrono::month{day.month()} / std::chrono::last}};
}

void addDays(std::vector<KeyRange>& ranges, Date first, Date last) {
    if (first <= last) {
        ranges.push_back({dayKey(first), dayKey(last)});
    }
}

/// Whole months, and the days before and after them; nothing for a period that ends before it begins.
void addMonths(std::vector<KeyRange>& ranges, const Period& period) {
    const bool startsWhole = period.first == firstOfMonth(period.first);
    const bool endsWhole = period.last == lastOfMonth(period.last);
    const auto wholeFrom = startsWhole ? period.first : lastOfMonth(period.first).plusDays(1);
    const auto wholeUntil = endsWhole ? period.last : firstOfMonth(period.last).plusDays(-1);
    if (wholeUntil < wholeFrom) {
        addDays(ranges, period.first, period.last);
        return;
    }
    addDays(ranges, period.first, wholeFrom.plusDays(-1));
    ranges.push_back({monthKey(wholeFrom), monthKey(wholeUntil)});
    addDays(ranges, wholeUntil.plusDays(1), period.last);
}

}  // namespace

Grain grainOf(const Period& period) {
    return period.last < period.first.plusDays(kLongestByDay) ? Grain::day : Grain::month;
}

std::string dayKey(Date day) {
    return 'd' + day.toString();
}

std::string monthKey(Date day) {
    return 'm' + day.toString().substr(0, kMonthLength);
}

std::string yearKey(Date day) {
    return 'y' + std::to_string(day.year());
}

std::string bucketKeyOf(Date day, Grain grain) {
    return grain == Grain::day ? day.toString() : day.toString().substr(0, kMonthLength);
}

std::string bucketKeyOf(const std::string& keptKey, Grain grain) {
    const auto key = keptKey.substr(1);
    return grain == Grain::day ? key : key.substr(0, kMonthLength);
}

std::vector<Bucket> bucketsOf(const Period& period, Grain grain) {
    std::vector<Bucket> buckets;
    for (auto day = period.first; day <= period.last;) {
        const auto end = grain == Grain::day ? day : std::min(lastOfMonth(day), period.last);
        buckets.push_back({bucketKeyOf(day, grain), {day, end}});
        day = end.plusDays(1);
    }
    return buckets;
}

std::vector<KeyRange> keyRangesOf(const Period& period) {
    const Date firstYear{period.first.year(), 1, 1};
    const Date lastYear{period.last.year(), 12, 31};
    const auto wholeFrom = period.first == firstYear ? period.first.year() : period.first.year() + 1;
    const auto wholeUntil = period.last == lastYear ? period.last.year() : period.last.year() - 1;
    std::vector<KeyRange> ranges;
    if (wholeUntil < wholeFrom) {
        addMonths(ranges, period);
        return ranges;
    }
    addMonths(ranges, {period.first, Date{wholeFrom, 1, 1}.plusDays(-1)});
    ranges.push_back({yearKey(Date{wholeFrom, 1, 1}), yearKey(Date{wholeUntil, 1, 1})});
    addMonths(ranges, {Date{wholeUntil, 12, 31}.plusDays(1), period.last});
    return ranges;
}

std::vector<KeyRange> keyRangesOf(const Period& period, Grain grain) {
    std::vector<KeyRange> ranges;
    if (grain == Grain::day) {
        addDays(ranges, period.first, period.last);
    } else {
        addMonths(ranges, period);
    }
    return ranges;
}

}  // namespace congvu::statistics
