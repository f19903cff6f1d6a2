// SPDX-License-Identifier: Apache-2.0
#include "domain/Timeliness.h"

#include "TaskBuilder.h"
#include "domain/CounterCell.h"
#include "domain/FourCounters.h"

#include <gtest/gtest.h>

namespace congvu::tasks {
namespace {

const Date kToday{2026, 3, 10};
const Reckoning kReckoning{.today = kToday, .dueSoonUntil = Date{2026, 3, 13}, .basis = DeadlineBasis::current};

TEST(Timeliness, IsStillInTermOnTheDayOfTheDeadline) {
    EXPECT_EQ(timelinessOf(TaskBuilder{}.due(kToday).build(), kReckoning), Timeliness::dueSoon);
    EXPECT_EQ(timelinessOf(TaskBuilder{}.due(kToday.plusDays(-1)).build(), kReckoning), Timeliness::overdue);
}

TEST(Timeliness, IsDueSoonUntilTheLastDayOfTheNotice) {
    EXPECT_EQ(timelinessOf(TaskBuilder{}.due(Date{2026, 3, 13}).build(), kReckoning), Timeliness::dueSoon);
    EXPECT_EQ(timelinessOf(TaskBuilder{}.due(Date{2026, 3, 14}).build(), kReckoning), Timeliness::inTerm);
}

TEST(Timeliness, CountsADoneTaskFromTheDayItsResultWasSubmitted) {
    auto builder = TaskBuilder{}.due(Date{2026, 3, 5}).state(TaskState::done);
    EXPECT_EQ(timelinessOf(TaskBuilder{builder}.judged(Date{2026, 3, 5}).build(), kReckoning), Timeliness::doneOnTime);
    EXPECT_EQ(timelinessOf(TaskBuilder{builder}.judged(Date{2026, 3, 6}).build(), kReckoning), Timeliness::doneLate);
}

TEST(Timeliness, DoesNotMakeAUnitLateWhileTheAssignerThinks) {
    const auto submitted = TaskBuilder{}.due(Date{2026, 3, 5}).state(TaskState::submitted).judged(Date{2026, 3, 4}).build();
    EXPECT_EQ(timelinessOf(submitted, kReckoning), Timeliness::inTerm);
}

TEST(Timeliness, ComparesWithTheDeadlineTheSettingNames) {
    const auto extended = TaskBuilder{}.due(Date{2026, 3, 5}).extendedTo(Date{2026, 3, 20}).build();
    auto byOriginal = kReckoning;
    byOriginal.basis = DeadlineBasis::original;
    EXPECT_EQ(timelinessOf(extended, kReckoning), Timeliness::inTerm);
    EXPECT_EQ(timelinessOf(extended, byOriginal), Timeliness::overdue);
}

TEST(Timeliness, KnowsTasksWithoutDeadlineApart) {
    EXPECT_EQ(timelinessOf(TaskBuilder{}.build(), kReckoning), Timeliness::noDeadline);
    EXPECT_EQ(timelinessOf(TaskBuilder{}.state(TaskState::done).judged(kToday).build(), kReckoning), Timeliness::noDeadline);
}

TEST(Timeliness, LeavesReturnedSuspendedAndCancelledTasksOut) {
    for (const auto state : {TaskState::returned, TaskState::suspended, TaskState::cancelled}) {
        EXPECT_EQ(timelinessOf(TaskBuilder{}.due(Date{2026, 1, 1}).state(state).build(), kReckoning), Timeliness::none);
    }
}

TEST(FourCounters, AddUpLikeTheOfficialReportOf2017) {
    const FourCounters report{.doneOnTime = 14'068,
                              .doneLate = 1'983,
                              .inTerm = 5'640,
                              .overdue = 223,
                              .dueSoon = 0,
                              .noDeadlineOpen = 7,
                              .noDeadlineDone = 9,
                              .suspended = 1};
    EXPECT_EQ(report.done(), 16'051);
    EXPECT_EQ(report.open(), 5'863);
    EXPECT_EQ(report.total(), 21'914);
}

TEST(CounterChange, MovesATaskFromOneCellToTheOther) {
    const auto before = TaskBuilder{}.due(Date{2026, 3, 20}).handlers({"handler"}).build();
    auto after = before;
    after.state = TaskState::submitted;
    after.judgedOn = Date{2026, 3, 10};
    const auto change = counterChange(before, after);
    EXPECT_EQ(change.at({"agency", "unit", "unit", "current", "open", "2026-03-20"}), -1);
    EXPECT_EQ(change.at({"agency", "unit", "unit", "current", "submitted_in_term", ""}), 1);
    EXPECT_EQ(change.at({"agency", "post", "handler", "original", "submitted_in_term", ""}), 1);
    EXPECT_EQ(change.size(), 8U);
}

TEST(CounterChange, IsEmptyForAnActThatChangesNeitherStateNorDeadlineNorPeople) {
    const auto task = TaskBuilder{}.due(Date{2026, 3, 20}).build();
    EXPECT_TRUE(counterChange(task, task).empty());
}

TEST(CounterChange, MovesOnlyTheCurrentDeadlineWhenAnExtensionIsGranted) {
    const auto before = TaskBuilder{}.due(Date{2026, 3, 20}).build();
    auto after = before;
    after.dueOn = Date{2026, 3, 27};
    const auto change = counterChange(before, after);
    EXPECT_EQ(change.size(), 2U);
    EXPECT_EQ(change.at({"agency", "unit", "unit", "current", "open", "2026-03-27"}), 1);
}

TEST(CounterChange, TakesACancelledTaskOutOfEveryCounter) {
    const auto before = TaskBuilder{}.due(Date{2026, 3, 20}).build();
    auto after = before;
    after.state = TaskState::cancelled;
    for (const auto& [cell, amount] : counterChange(before, after)) {
        EXPECT_EQ(amount, -1);
    }
}

}  // namespace
}  // namespace congvu::tasks
