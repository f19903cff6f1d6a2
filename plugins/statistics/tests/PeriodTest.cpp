// SPDX-License-Identifier: Apache-2.0
#include "domain/Measures.h"
#include "domain/Period.h"
#include "domain/Spread.h"

#include <gmock/gmock.h>

#include <random>
#include <set>
#include <string>
#include <vector>

namespace congvu::statistics {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> textsOf(const std::vector<KeyRange>& ranges) {
    std::vector<std::string> texts;
    texts.reserve(ranges.size());
    for (const auto& range : ranges) {
        texts.push_back(range.first + ".." + range.last);
    }
    return texts;
}

std::vector<std::string> rangesOf(Date first, Date last) {
    return textsOf(keyRangesOf(Period{first, last}));
}

TEST(Period, IsMadeOfWholeYearsWholeMonthsAndDays) {
    EXPECT_THAT(rangesOf({2026, 1, 1}, {2026, 12, 31}), ElementsAre("y2026..y2026"));
    EXPECT_THAT(rangesOf({2026, 3, 1}, {2026, 3, 31}), ElementsAre("m2026-03..m2026-03"));
    EXPECT_THAT(rangesOf({2026, 1, 1}, {2026, 3, 31}), ElementsAre("m2026-01..m2026-03"));
    EXPECT_THAT(rangesOf({2026, 3, 2}, {2026, 3, 8}), ElementsAre("d2026-03-02..d2026-03-08"));
    EXPECT_THAT(rangesOf({2026, 1, 15}, {2026, 3, 14}),
                ElementsAre("d2026-01-15..d2026-01-31", "m2026-02..m2026-02", "d2026-03-01..d2026-03-14"));
    EXPECT_THAT(rangesOf({2024, 2, 28}, {2024, 3, 1}), ElementsAre("d2024-02-28..d2024-03-01"));
    EXPECT_THAT(rangesOf({2024, 11, 30}, {2027, 2, 1}), ElementsAre("d2024-11-30..d2024-11-30", "m2024-12..m2024-12", "y2025..y2026",
                                                                    "m2027-01..m2027-01", "d2027-02-01..d2027-02-01"));
    EXPECT_THAT(rangesOf({2026, 3, 2}, {2026, 3, 1}), IsEmpty());
}

TEST(Period, IsCoveredByItsKeysExactlyOnceWhateverItsDays) {
    std::mt19937 random{20260302};
    for (int turn = 0; turn < 300; ++turn) {
        const Date first = Date{2023, 1, 1}.plusDays(static_cast<int>(random() % 900));
        const Date last = first.plusDays(static_cast<int>(random() % 900));
        const auto ranges = keyRangesOf(Period{first, last});
        ASSERT_LE(ranges.size(), 5U);
        for (auto day = first.plusDays(-40); day <= last.plusDays(40); day = day.plusDays(1)) {
            int covered = 0;
            for (const auto& range : ranges) {
                for (const auto& key : {dayKey(day), monthKey(day), yearKey(day)}) {
                    covered += range.first <= key && key <= range.last && range.first[0] == key[0] ? 1 : 0;
                }
            }
            ASSERT_EQ(covered, first <= day && day <= last ? 1 : 0)
                << day.toString() << " in " << first.toString() << ".." << last.toString();
        }
    }
}

TEST(Period, IsDrawnByDayUpToTwoMonthsAndByMonthBeyond) {
    EXPECT_EQ(grainOf({{2026, 7, 1}, {2026, 8, 31}}), Grain::day);
    EXPECT_EQ(grainOf({{2026, 7, 1}, {2026, 9, 1}}), Grain::month);
    EXPECT_THAT(bucketsOf({{2026, 2, 27}, {2026, 3, 1}}, Grain::day), SizeIs(3));
    const auto months = bucketsOf({{2026, 1, 15}, {2026, 3, 14}}, Grain::month);
    ASSERT_THAT(months, SizeIs(3));
    EXPECT_EQ(months[0].key, "2026-01");
    EXPECT_EQ(months[0].days.first, Date(2026, 1, 15));
    EXPECT_EQ(months[0].days.last, Date(2026, 1, 31));
    EXPECT_EQ(months[2].days.last, Date(2026, 3, 14));
    EXPECT_EQ(bucketKeyOf("d2026-03-05", Grain::month), "2026-03");
    EXPECT_EQ(bucketKeyOf("m2026-03", Grain::month), "2026-03");
    EXPECT_EQ(bucketKeyOf("d2026-03-05", Grain::day), "2026-03-05");
    EXPECT_THAT(textsOf(keyRangesOf({{2026, 1, 1}, {2026, 12, 31}}, Grain::month)), ElementsAre("m2026-01..m2026-12"));
}

TEST(Spread, IsTheTimeWithinWhichHalfAndNineTenthsAreDone) {
    // Half hours of ten documents: 0 0 1 1 2 4 4 8 20 100.
    const auto ten = spreadOf({{0, 2}, {1, 2}, {2, 1}, {4, 2}, {8, 1}, {20, 1}, {100, 1}});
    EXPECT_EQ(ten.amount, 10);
    EXPECT_DOUBLE_EQ(ten.medianHours, 1);
    EXPECT_DOUBLE_EQ(ten.ninetiethHours, 10);
    const auto one = spreadOf({{7, 1}});
    EXPECT_DOUBLE_EQ(one.medianHours, 3.5);
    EXPECT_DOUBLE_EQ(one.ninetiethHours, 3.5);
    const auto three = spreadOf({{2, 1}, {4, 1}, {6, 1}});
    EXPECT_DOUBLE_EQ(three.medianHours, 2);
    EXPECT_DOUBLE_EQ(three.ninetiethHours, 3);
    EXPECT_EQ(spreadOf({}).amount, 0);
    EXPECT_DOUBLE_EQ(spreadOf({}).medianHours, 0);
}

TEST(Value, OfAnOpenTaskTurnsFromInTermToOverdueWhenItsDayIsOver) {
    EXPECT_EQ(valueOn("due:2026-03-20", "2026-03-20"), "in_term");
    EXPECT_EQ(valueOn("due:2026-03-20", "2026-03-21"), "overdue");
    EXPECT_EQ(valueOn("done_late", "2026-03-21"), "done_late");
}

}  // namespace
}  // namespace congvu::statistics
