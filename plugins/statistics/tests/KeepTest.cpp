// SPDX-License-Identifier: Apache-2.0
#include "StatisticsFixture.h"

#include "congvu/db/Db.h"

#include <map>
#include <random>
#include <set>

namespace congvu::statistics {
namespace {

class Keeping : public StatisticsFixture {
protected:
    const Date today{2026, 3, 2};

    std::string total(const std::string& query = "from=2026-01-01&to=2026-12-31") {
        incoming->counted = 0;
        return report(clerk, query).at("sources/0/total/amount");
    }
    std::int64_t rows(const std::string& condition) {
        return harness.context()
            .db()
            .read([&](db::Reader& reader) {
                return reader.one("SELECT COUNT(*) FROM statistics_cell WHERE " + condition, {},
                                  [](const db::Row& row) { return row.integer(0); });
            })
            .value_or(-1);
    }
    static std::int64_t sumOfCourse(const testing::TestResponse& answer) {
        const auto amountAt = [&](int point) { return answer.at("sources/0/course/" + std::to_string(point) + "/amount"); };
        std::int64_t sum = 0;
        for (int point = 0; !amountAt(point).empty(); ++point) {
            sum += std::stoll(amountAt(point));
        }
        return sum;
    }
};

TEST_F(Keeping, WhatWasCountedIsNotCountedAgain) {
    write(*incoming, {2026, 1, 15}, {cell("count", "kt-a", "", 4)});
    write(*incoming, today, {cell("count", "kt-a", "", 2)});
    EXPECT_EQ(total(), "6");
    EXPECT_EQ(incoming->counted, 2) << "nothing was kept yet";
    harness.runJob("figures");
    EXPECT_EQ(total(), "6");
    EXPECT_EQ(incoming->counted, 0);
    incoming->counted = 0;
    harness.runJob("figures");
    EXPECT_EQ(incoming->counted, 0) << "nothing changed";
}

TEST_F(Keeping, AChangeCountsAtOnceAndOnlyItsDayIsCountedAnew) {
    write(*incoming, {2026, 1, 15}, {cell("count", "kt-a", "", 4), cell("type", "kt-a", "cong-van", 4)});
    write(*incoming, today, {cell("count", "kt-a", "", 2), cell("type", "kt-a", "cong-van", 2)});
    harness.runJob("figures");
    write(*incoming, {2026, 1, 15}, {cell("count", "vh-a", "", 5), cell("type", "vh-a", "ke-hoach", 5)});
    for (const bool isKept : {false, true}) {
        if (isKept) {
            harness.runJob("figures");
        }
        EXPECT_EQ(total(), "7");
        EXPECT_EQ(incoming->counted, isKept ? 0 : 1);
        EXPECT_EQ(total("from=2026-01-01&to=2026-01-31"), "5");
        EXPECT_EQ(total("from=2026-01-16&to=2026-02-28"), "0");
        const auto answer = report(clerk);
        EXPECT_EQ(answer.at(rowOf(answer, 0, harness.unitId("kt-a")) + "/amount"), "2");
        EXPECT_EQ(answer.at(rowOf(answer, 0, harness.unitId("vh-a")) + "/amount"), "5");
        EXPECT_EQ(amountOf(answer, 0, "type", "ke-hoach"), "5");
        EXPECT_EQ(answer.at("sources/0/course/0/amount"), "5");
    }
    EXPECT_EQ(rows("amount <= 0"), 0) << "what became nothing is gone";
    EXPECT_EQ(rows("period = 'm2026-01' AND measure = 'count'"), 1);
    EXPECT_EQ(rows("period = 'y2026' AND measure = 'count'"), 2);
}

TEST_F(Keeping, AnotherRuleOfTheSourceOrOtherOfficeHoursCountEveryDayAnew) {
    write(*incoming, today, {cell("count", "kt-a", "", 2)});
    harness.runJob("figures");
    EXPECT_EQ(total(), "2");
    EXPECT_EQ(incoming->counted, 0);
    incoming->rule = "original";
    EXPECT_EQ(total(), "2");
    EXPECT_EQ(incoming->counted, 1);
    incoming->rule.clear();
    EXPECT_EQ(total(), "2");
    EXPECT_EQ(incoming->counted, 0);
    harness.setSetting("statistics.office_hours", "08:00-12:00, 13:00-17:00");
    EXPECT_EQ(total(), "2");
    EXPECT_EQ(incoming->counted, 1);
    EXPECT_EQ(report(clerk).at("minutesPerDay"), "480");
    harness.setSetting("statistics.office_hours", "from eight to five");
    EXPECT_EQ(report(clerk).at("officeHours"), "07:30-11:30, 13:30-17:00") << "what cannot be read is as if it were not set";
}

TEST_F(Keeping, AnEditedCalendarCountsTheDaysOfItsYearAnew) {
    write(*incoming, today, {cell("count", "kt-a", "", 2)});
    harness.runJob("figures");
    EXPECT_EQ(total(), "2");
    EXPECT_EQ(incoming->counted, 0);
    const auto edited = harness.put(harness.as("administrator", "tinh"), "/api/v1/calendar/2026-12-31",
                                    R"({"kind":"holiday","name":{"vi":"Nghỉ bù","en":"Day off"}})");
    ASSERT_LT(edited.status, 300) << edited.body;
    EXPECT_EQ(total(), "2");
    EXPECT_EQ(incoming->counted, 1);
}

TEST_F(Keeping, ManyDaysThatWaitAreToldAndCountedByTheJob) {
    for (int day = 0; day < 30; ++day) {
        write(*incoming, today.plusDays(-day), {cell("count", "kt-a", "", 1)});
    }
    harness.runJob("figures");
    incoming->rule = "changed";  // no change speaks of it
    incoming->counted = 0;
    const auto waiting = report(clerk);
    EXPECT_EQ(waiting.at("sources/0/total/amount"), "30") << "as it was kept";
    EXPECT_EQ(waiting.at("sources/0/pendingDays"), "10");
    EXPECT_EQ(incoming->counted, 20) << "the newest";
    harness.runJob("figures");
    incoming->counted = 0;
    const auto counted = report(clerk);
    EXPECT_EQ(counted.at("sources/0/pendingDays"), "0");
    EXPECT_EQ(counted.at("sources/0/total/amount"), "30");
    EXPECT_EQ(incoming->counted, 0);
}

TEST_F(Keeping, SumsAgreeWithTheDaysAfterAThousandChanges) {
    std::mt19937 random{42};
    std::map<Date, std::map<std::string, std::int64_t>> days;
    const std::vector<std::string> units{"kt-a", "vh-a", ""};
    for (int turn = 0; turn < 1000; ++turn) {
        const auto day = Date{2025, 11, 20}.plusDays(static_cast<int>(random() % 120));
        auto& amounts = days[day];
        amounts[units[random() % units.size()]] = static_cast<std::int64_t>(random() % 4);
        std::vector<figures::FigureCell> cells;
        for (const auto& [unit, amount] : amounts) {
            if (amount > 0) {
                cells.push_back(cell("count", unit, "", amount));
                cells.push_back(cell("channel", unit, turn % 2 == 0 ? "paper" : "electronic", amount));
            }
        }
        write(*incoming, day, std::move(cells));
        if (turn % 100 == 99) {
            harness.runJob("figures");
        }
    }
    for (int turn = 0; turn < 30; ++turn) {
        const auto first = Date{2025, 11, 1}.plusDays(static_cast<int>(random() % 100));
        const auto last = first.plusDays(static_cast<int>(random() % 100));
        std::int64_t all = 0;
        std::int64_t ofEconomy = 0;
        for (auto day = days.lower_bound(first); day != days.end() && day->first <= last; ++day) {
            for (const auto& [unit, amount] : day->second) {
                all += amount;
                ofEconomy += unit == "kt-a" ? amount : 0;
            }
        }
        const auto period = "from=" + first.toString() + "&to=" + last.toString();
        const auto answer = report(clerk, period);
        ASSERT_EQ(answer.at("sources/0/total/amount"), std::to_string(all)) << period;
        const auto paper = std::stoll(amountOf(answer, 0, "channel", "paper"));
        ASSERT_EQ(paper + std::stoll(amountOf(answer, 0, "channel", "electronic")), all) << period;
        ASSERT_EQ(report(clerk, period + "&unit=" + harness.unitId("kt-a")).at("sources/0/total/amount"), std::to_string(ofEconomy))
            << period;
        ASSERT_EQ(sumOfCourse(answer), all) << period;
    }
}

}  // namespace
}  // namespace congvu::statistics
