// SPDX-License-Identifier: Apache-2.0
#include "TaskBuilder.h"
#include "TasksFixture.h"

#include "service/StoppedClock.h"

#include <algorithm>
#include <random>

namespace congvu::tasks {
namespace {

/// Working days of 2025 and 2026 in the public sector, day by day from the decided breaks: what the calendar must agree with.
class WorkingDayModel {
public:
    WorkingDayModel() {
        for (Date day = kFirst; day <= kLast; day = day.plusDays(1)) {
            isWorking_.push_back(isDecided(day));
        }
    }
    [[nodiscard]] Date add(Date day, int count) const {
        while (count > 0) {
            day = day.plusDays(1);
            count -= isWorking(day) ? 1 : 0;
        }
        return day;
    }
    [[nodiscard]] int between(const Date& from, const Date& to) const {
        if (to < from) {
            return -between(to, from);
        }
        int count = 0;
        for (Date day = from.plusDays(1); day <= to; day = day.plusDays(1)) {
            count += isWorking(day) ? 1 : 0;
        }
        return count;
    }

    static inline const Date kFirst{2025, 1, 1};
    static inline const Date kLast{2026, 12, 31};

private:
    static bool isDecided(const Date& day) {
        const bool isInBreak = std::ranges::any_of(kBreaks, [&](const auto& one) { return one.first <= day && day <= one.second; });
        const bool isMakeUpDay = std::ranges::find(kMakeUpDays, day) != kMakeUpDays.end();
        return isMakeUpDay || (day.weekday().iso_encoding() <= 5 && !isInBreak);
    }
    [[nodiscard]] bool isWorking(const Date& day) const {
        return isWorking_.at(static_cast<std::size_t>((day.sysDays() - kFirst.sysDays()).count()));
    }

    static inline const std::vector<Date> kMakeUpDays{{2025, 4, 26}, {2026, 1, 10}, {2026, 8, 22}};
    static inline const std::vector<std::pair<Date, Date>> kBreaks{
        {{2025, 1, 1}, {2025, 1, 1}},  {{2025, 1, 25}, {2025, 2, 2}}, {{2025, 4, 7}, {2025, 4, 7}},   {{2025, 4, 30}, {2025, 5, 2}},
        {{2025, 9, 1}, {2025, 9, 2}},  {{2026, 1, 1}, {2026, 1, 2}},  {{2026, 2, 16}, {2026, 2, 20}}, {{2026, 4, 27}, {2026, 4, 27}},
        {{2026, 4, 30}, {2026, 5, 1}}, {{2026, 8, 31}, {2026, 9, 2}}};
    std::vector<bool> isWorking_;
};

class StoppedClock : public TasksFixture {
protected:
    /// A day of the two years that leaves so many days before and after it.
    Date anyDay(int before, int after) {
        const int days = static_cast<int>((WorkingDayModel::kLast.sysDays() - WorkingDayModel::kFirst.sysDays()).count());
        return WorkingDayModel::kFirst.plusDays(std::uniform_int_distribution{before, days - after}(random_));
    }
    int upTo(int most) { return std::uniform_int_distribution{0, most}(random_); }

    const calendar::WorkingCalendar& calendar_ = harness_.context().calendar();
    WorkingDayModel model_;
    std::mt19937 random_{20'260'302};
};

TEST_F(StoppedClock, ReckonsAHundredThousandDeadlinesLikeTheModel) {
    for (int round = 0; round < 100'000; ++round) {
        const auto start = anyDay(0, 120);
        const int count = upTo(60);
        const auto end = start.plusDays(upTo(120));
        ASSERT_EQ(calendar_.addWorkingDays(start, count), model_.add(start, count)) << start.toString() << " + " << count;
        ASSERT_EQ(calendar_.workingDaysBetween(start, end), model_.between(start, end)) << start.toString() << " to " << end.toString();
        ASSERT_EQ(calendar_.workingDaysBetween(end, start), model_.between(end, start));
    }
}

TEST_F(StoppedClock, LeavesAsManyWorkingDaysAsThereWereWhenItStopped) {
    for (int round = 0; round < 100'000; ++round) {
        const auto stopped = anyDay(60, 150);
        const auto resumed = stopped.plusDays(upTo(60));
        const auto due = stopped.plusDays(upTo(60) - 30);  // half of them late already
        auto task = TaskBuilder{}.state(TaskState::suspended).build();
        task.dueOn = due;
        task.originalDueOn = due.plusDays(-upTo(20));
        task.suspendedOn = stopped;
        const auto original = *task.originalDueOn;
        restartClock(task, resumed, calendar_);
        ASSERT_EQ(model_.between(resumed, *task.dueOn), model_.between(stopped, due))
            << "stopped " << stopped.toString() << ", due " << due.toString() << ", resumed " << resumed.toString();
        ASSERT_EQ(model_.between(resumed, *task.originalDueOn), model_.between(stopped, original));
        ASSERT_FALSE(task.suspendedOn);
    }
}

}  // namespace
}  // namespace congvu::tasks
