// SPDX-License-Identifier: Apache-2.0
#include "congvu/time/Clock.h"

#include <gtest/gtest.h>

namespace {

using congvu::Date;
using congvu::dayInVietnam;
using congvu::parseRfc3339;
using congvu::Timestamp;
using congvu::toRfc3339;
using std::chrono::milliseconds;

TEST(Date, ReadsOnlyRealDaysInTheOneForm) {
    EXPECT_EQ(Date::parse("2028-02-29"), Date(2028, 2, 29));
    for (const auto* text :
         {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-01 ", "2026/01/01", "+026-01-01"}) {
        EXPECT_FALSE(Date::parse(text).has_value()) << text;
    }
}

TEST(Date, HasATechnicalAndAVietnameseForm) {
    EXPECT_EQ(Date(2026, 3, 2).toString(), "2026-03-02");
    EXPECT_EQ(Date(2026, 3, 2).toDisplay(), "02/03/2026");
}

TEST(Date, CountsOverTheEndOfAMonth) {
    EXPECT_EQ(Date(2026, 2, 27).plusDays(3), Date(2026, 3, 2));
}

TEST(Timestamp, IsWrittenWithMillisecondsInUtc) {
    EXPECT_EQ(toRfc3339(Timestamp{milliseconds{0}}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(toRfc3339(Timestamp{milliseconds{-1}}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(toRfc3339(Timestamp{milliseconds{1795356185123}}), "2026-11-22T14:03:05.123Z");
}

TEST(Timestamp, IsReadWithAnyOffset) {
    const auto utc = parseRfc3339("2026-11-22T14:03:05.123Z");
    ASSERT_TRUE(utc.has_value());
    EXPECT_EQ(utc->time_since_epoch(), milliseconds{1795356185123});
    EXPECT_EQ(parseRfc3339("2026-11-22T21:03:05.123+07:00"), utc);
    EXPECT_EQ(parseRfc3339("2026-11-22t12:33:05.123456-01:30"), utc);
    EXPECT_EQ(parseRfc3339("2026-11-22T14:03:05Z"), *utc - milliseconds{123});
    EXPECT_EQ(parseRfc3339("2026-11-22T14:03:05.1Z"), *utc - milliseconds{23});
}

TEST(Timestamp, RefusesEveryOtherText) {
    for (const auto* text : {"", "2026-11-22", "2026-11-22T14:03:05", "2026-11-22 14:03:05Z", "2026-11-22T24:00:00Z",
                             "2026-11-22T14:60:00Z", "2026-11-22T14:03:05.Z", "2026-11-22T14:03:05+7:00", "2026-11-22T14:03:05+0700",
                             "2026-11-22T14:03:05Z ", "2026-11-31T14:03:05Z", "2026-11-22T14:03:05.0000000001Z"}) {
        EXPECT_FALSE(parseRfc3339(text).has_value()) << text;
    }
}

TEST(Timestamp, BelongsToTheDayInVietNam) {
    EXPECT_EQ(dayInVietnam(*parseRfc3339("2026-03-01T16:59:59.999Z")), Date(2026, 3, 1));
    EXPECT_EQ(dayInVietnam(*parseRfc3339("2026-03-01T17:00:00.000Z")), Date(2026, 3, 2));
}

TEST(Timestamp, StartsItsVietnameseDayAtSeventeenHoursUtcOfTheDayBefore) {
    EXPECT_EQ(toRfc3339(congvu::startOfDayInVietnam(Date(2026, 3, 2))), "2026-03-01T17:00:00.000Z");
}

}  // namespace
