// SPDX-License-Identifier: Apache-2.0
#include "congvu/calendar/WorkingTime.h"
#include "congvu/figures/FigureTally.h"
#include "congvu/figures/PageLink.h"

#include <gtest/gtest.h>

namespace congvu::calendar {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// Monday to Friday, and 27 April 2026 is a holiday.
class FiveDays : public WorkingCalendar {
public:
    [[nodiscard]] bool isWorkingDay(Date day) const override {
        const auto weekday = day.weekday();
        return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && day != Date{2026, 4, 27};
    }
    [[nodiscard]] Date addWorkingDays(Date start, int count) const override {
        while (count > 0) {
            start = start.plusDays(1);
            count -= isWorkingDay(start) ? 1 : 0;
        }
        return start;
    }
    [[nodiscard]] int workingDaysBetween(Date from, Date to) const override {
        int count = 0;
        while (from < to) {
            from = from.plusDays(1);
            count += isWorkingDay(from) ? 1 : 0;
        }
        return count;
    }
};

class WorkingTimeTest : public ::testing::Test {
protected:
    FiveDays calendar;
    WorkingTime time{calendar, *OfficeHours::parse("07:30-11:30, 13:30-17:00")};

    static Timestamp at(Date day, minutes sinceMidnight) { return startOfDayInVietnam(day) + sinceMidnight; }
};

TEST(OfficeHours, AreReadAsSpansInTheirOrder) {
    EXPECT_EQ(OfficeHours::parse("07:30-11:30,13:30 - 17:00")->toString(), "07:30-11:30, 13:30-17:00");
    EXPECT_EQ(OfficeHours::parse("07:30-11:30, 13:30-17:00")->perDay(), minutes{450});
    EXPECT_EQ(OfficeHours::parse("00:00-24:00")->perDay(), hours{24});
    for (const auto* text : {"", "07:30", "7:30-11:30", "07:30-07:30", "11:30-07:30", "07:30-11:30,11:30-17:00", "07:30-11:61",
                             "07:30-25:00", "07:30-11:30,", "13:30-17:00, 07:30-11:30", "07:30-11:30; 13:30-17:00"}) {
        EXPECT_FALSE(OfficeHours::parse(text).has_value()) << text;
    }
}

TEST_F(WorkingTimeTest, CountsOfficeHoursOnly) {
    const Date monday{2026, 3, 2};
    EXPECT_EQ(time.between(at(monday, hours{8}), at(monday, hours{10})), hours{2});
    EXPECT_EQ(time.between(at(monday, hours{11}), at(monday, hours{14})), hours{1}) << "half an hour on each side of noon";
    EXPECT_EQ(time.between(at(monday, hours{6}), at(monday, hours{7})), minutes{0});
    EXPECT_EQ(time.between(at(monday, hours{10}), at(monday, hours{10})), minutes{0});
    EXPECT_EQ(time.between(at(monday, hours{10}), at(monday, hours{9})), minutes{0});
    EXPECT_EQ(time.between(at(monday, hours{16}), at(monday.plusDays(1), hours{8})), minutes{90});
}

TEST_F(WorkingTimeTest, LeavesOutWeekendsAndHolidays) {
    const Date friday{2026, 4, 24};
    const Date tuesday{2026, 4, 28};  // the Monday between is a holiday
    EXPECT_EQ(time.between(at(friday, hours{16}), at(tuesday, hours{8})), minutes{90});
    EXPECT_EQ(time.between(at(friday.plusDays(1), hours{9}), at(tuesday, hours{8})), minutes{30}) << "it came on a Saturday";
    EXPECT_EQ(time.between(at(Date{2026, 3, 2}, hours{8}), at(Date{2026, 3, 16}, hours{8})), minutes{10 * 450}) << "ten working days";
}

TEST(FigureTally, CountsEveryPlaceApartAndTimesInHalfHours) {
    figures::FigureTally tally;
    const figures::FigureTally::Place economy{"kt", "chung"};
    tally.add("type", economy, "cong-van");
    tally.add("type", economy, "cong-van", 2);
    tally.add("type", {"", "chung"}, "cong-van");
    tally.addTime("directed", economy, minutes{14});
    tally.addTime("directed", economy, minutes{15});
    const auto cells = tally.cells();
    ASSERT_EQ(cells.size(), 4U);
    EXPECT_EQ(cells[0].measure, "time:directed");
    EXPECT_EQ(cells[0].value, "0");
    EXPECT_EQ(cells[1].value, "1");
    EXPECT_EQ(cells[2].unitId, "");
    EXPECT_EQ(cells[3].amount, 3);
}

TEST(PageLink, WritesWhatAPageIsNarrowedTo) {
    figures::PageLink link{"/incoming"};
    link.with("kept", "1").with("type", "").with("register", "Đơn & thư").withList("unit", {"A", ""}).withList("none", {});
    EXPECT_EQ(link.text(), "/incoming?kept=1&register=%C4%90%C6%A1n%20%26%20th%C6%B0&unit=A,-");
}

}  // namespace
}  // namespace congvu::calendar
