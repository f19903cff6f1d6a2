// SPDX-License-Identifier: Apache-2.0
#include "calendar/domain/WorkingDays.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <random>
#include <vector>

namespace congvu::core {

namespace {

/// The model: one character a day of four years, and sums over it. It knows a weekday by counting from a known Thursday.
class DayStrip {
public:
    static constexpr int kDays = 4 * 366;
    static constexpr int kFirst = 20'089;  ///< 2025-01-01, days since 1970-01-01, which was a Thursday

    explicit DayStrip(std::mt19937& engine) {
        for (int day = 0; day < kDays; ++day) {
            const int weekday = (kFirst + day + 4) % 7;  // 0 is Sunday
            works_.push_back(weekday != 0 && weekday != 6);
        }
        for (int left = std::uniform_int_distribution{0, 120}(engine); left > 0; --left) {
            const int day = std::uniform_int_distribution{0, kDays - 1}(engine);
            const bool isHoliday = std::uniform_int_distribution{0, 2}(engine) > 0;
            if (!isNamed_[static_cast<std::size_t>(day)]) {
                isNamed_[static_cast<std::size_t>(day)] = true;
                works_[static_cast<std::size_t>(day)] = !isHoliday;
                exceptions_.push_back({dayAt(day), isHoliday ? CalendarDayKind::holiday : CalendarDayKind::makeUpWorkday, {}});
            }
        }
        upTo_.push_back(0);
        for (const bool works : works_) {
            upTo_.push_back(upTo_.back() + (works ? 1 : 0));
        }
    }
    static Date dayAt(int day) { return Date{std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{kFirst + day}}}}; }
    [[nodiscard]] const std::vector<CalendarDay>& exceptions() const { return exceptions_; }
    /// In (from, to], by prefix sums; the sign turns with the order.
    [[nodiscard]] int between(int from, int to) const {
        return upTo_[static_cast<std::size_t>(to) + 1] - upTo_[static_cast<std::size_t>(from) + 1];
    }
    /// The first day whose sum is `count` more than the start's.
    [[nodiscard]] int add(int start, int count) const {
        if (count == 0) {
            return start;
        }
        const auto wanted = upTo_[static_cast<std::size_t>(start) + 1] + count;
        return static_cast<int>(std::lower_bound(upTo_.begin(), upTo_.end(), wanted) - upTo_.begin()) - 1;
    }

private:
    std::vector<bool> works_;
    std::vector<bool> isNamed_ = std::vector<bool>(kDays, false);
    std::vector<int> upTo_;
    std::vector<CalendarDay> exceptions_;
};

}  // namespace

TEST(WorkingDays, AgreeWithASmallModelOnAHundredThousandRandomSums) {
    std::mt19937 engine{20'260'302};
    int sums = 0;
    for (int calendar = 0; calendar < 200; ++calendar) {
        const DayStrip strip{engine};
        const WorkingDays days{strip.exceptions()};
        for (int sum = 0; sum < 250; ++sum, sums += 2) {
            const int start = std::uniform_int_distribution{0, DayStrip::kDays / 2}(engine);
            const int count = std::uniform_int_distribution{0, 60}(engine);
            const int other = std::uniform_int_distribution{0, 120}(engine);
            ASSERT_EQ(days.add(DayStrip::dayAt(start), count), DayStrip::dayAt(strip.add(start, count)))
                << "calendar " << calendar << ": " << DayStrip::dayAt(start).toString() << " + " << count;
            ASSERT_EQ(days.between(DayStrip::dayAt(start), DayStrip::dayAt(start + other)), strip.between(start, start + other));
            ASSERT_EQ(days.between(DayStrip::dayAt(start + other), DayStrip::dayAt(start)), -strip.between(start, start + other));
        }
    }
    EXPECT_EQ(sums, 100'000);
}

}  // namespace congvu::core
