// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"

namespace congvu::core {

namespace {

class CalendarTest : public CoreTest {};

}  // namespace

TEST_F(CalendarTest, WeekendsAreOffAndOtherDaysAreOn) {
    EXPECT_TRUE(core->calendar.isWorkingDay({2026, 3, 2}));
    EXPECT_FALSE(core->calendar.isWorkingDay({2026, 3, 7}));
    EXPECT_FALSE(core->calendar.isWorkingDay({2026, 3, 8}));
}

TEST_F(CalendarTest, KnowsTheBreaksOf2025) {
    for (const auto& [from, to] : {std::pair{Date{2025, 1, 25}, Date{2025, 2, 2}}, std::pair{Date{2025, 8, 30}, Date{2025, 9, 2}}}) {
        for (auto day = from; day <= to; day = day.plusDays(1)) {
            EXPECT_FALSE(core->calendar.isWorkingDay(day)) << day.toString();
        }
        EXPECT_TRUE(core->calendar.isWorkingDay(from.plusDays(-1)));
        EXPECT_TRUE(core->calendar.isWorkingDay(to.plusDays(1)));
    }
    for (const auto& day : {Date{2025, 1, 1}, Date{2025, 4, 7}, Date{2025, 4, 30}, Date{2025, 5, 1}, Date{2025, 5, 2}}) {
        EXPECT_FALSE(core->calendar.isWorkingDay(day)) << day.toString();
    }
    EXPECT_TRUE(core->calendar.isWorkingDay({2025, 4, 26})) << "Saturday, made up";
}

TEST_F(CalendarTest, KnowsTheBreaksOf2026) {
    for (const auto& [from, to] : {std::pair{Date{2026, 2, 14}, Date{2026, 2, 22}}, std::pair{Date{2026, 8, 29}, Date{2026, 9, 2}}}) {
        for (auto day = from; day <= to; day = day.plusDays(1)) {
            EXPECT_FALSE(core->calendar.isWorkingDay(day)) << day.toString();
        }
    }
    for (const auto& day : {Date{2026, 1, 1}, Date{2026, 1, 2}, Date{2026, 4, 27}, Date{2026, 4, 30}, Date{2026, 5, 1}}) {
        EXPECT_FALSE(core->calendar.isWorkingDay(day)) << day.toString();
    }
    EXPECT_TRUE(core->calendar.isWorkingDay({2026, 1, 10})) << "Saturday, made up";
    EXPECT_TRUE(core->calendar.isWorkingDay({2026, 8, 22})) << "Saturday, made up";
    EXPECT_TRUE(core->calendar.isWorkingDay({2026, 11, 24})) << "no law makes it a day off yet";
}

TEST_F(CalendarTest, CountsWorkingDaysOverTheLunarNewYear) {
    EXPECT_EQ(core->calendar.addWorkingDays({2026, 2, 13}, 1), (Date{2026, 2, 23}));
    EXPECT_EQ(core->calendar.addWorkingDays({2026, 2, 12}, 3), (Date{2026, 2, 24}));
    EXPECT_EQ(core->calendar.workingDaysBetween({2026, 2, 12}, {2026, 2, 24}), 3);
    EXPECT_EQ(core->calendar.workingDaysBetween({2026, 2, 24}, {2026, 2, 12}), -3);
}

TEST_F(CalendarTest, ANoDayDistanceIsTheDayItself) {
    EXPECT_EQ(core->calendar.addWorkingDays({2026, 3, 7}, 0), (Date{2026, 3, 7}));
    EXPECT_EQ(core->calendar.workingDaysBetween({2026, 3, 7}, {2026, 3, 7}), 0);
}

TEST_F(CalendarTest, AnEditedDayCountsAtOnceAndAfterARestart) {
    core->calendar.put({}, {{2026, 11, 24}, CalendarDayKind::holiday, {"Ngày Văn hoá", "Culture Day"}});
    EXPECT_FALSE(core->calendar.isWorkingDay({2026, 11, 24}));
    restart();
    EXPECT_FALSE(core->calendar.isWorkingDay({2026, 11, 24}));
    core->calendar.remove({}, {2026, 11, 24});
    EXPECT_TRUE(core->calendar.isWorkingDay({2026, 11, 24}));
    EXPECT_EQ(errorOf([&] { core->calendar.remove({}, {2026, 11, 24}); }), "not-found");
}

TEST_F(CalendarTest, OnlyTheRootAgencyChangesTheCalendar) {
    const auto administrator = as(addPost(communeA, "administrator"));
    EXPECT_EQ(errorOf([&] { core->calendar.put(administrator, {{2026, 3, 3}, CalendarDayKind::holiday, {"x", "x"}}); }), "forbidden");
}

}  // namespace congvu::core
