// SPDX-License-Identifier: Apache-2.0
#include "http/ByteRange.h"

#include <gtest/gtest.h>

namespace congvu::host {
namespace {

TEST(HttpRange, ReadsTheThreeForms) {
    const auto closed = parseRange("bytes=2-5", 10);
    EXPECT_EQ(closed.kind, RangeKind::single);
    EXPECT_EQ(closed.first, 2);
    EXPECT_EQ(closed.last, 5);
    EXPECT_EQ(parseRange("bytes=7-", 10).last, 9);
    EXPECT_EQ(parseRange("bytes=-3", 10).first, 7);
    EXPECT_EQ(parseRange("bytes=-30", 10).first, 0);
    EXPECT_EQ(parseRange("bytes=5-100", 10).last, 9);
}

TEST(HttpRange, SaysWhenTheRangeIsNotThere) {
    EXPECT_EQ(parseRange("bytes=10-", 10).kind, RangeKind::unsatisfiable);
    EXPECT_EQ(parseRange("bytes=-0", 10).kind, RangeKind::unsatisfiable);
    EXPECT_EQ(parseRange("bytes=0-", 0).kind, RangeKind::unsatisfiable);
}

TEST(HttpRange, AnswersWithEverythingWhenItCannotBeRead) {
    for (const auto* header :
         {"bytes=1-2,4-5", "bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=", "bytes=--1", "bytes=99999999999999999999-"}) {
        EXPECT_EQ(parseRange(header, 10).kind, RangeKind::whole) << header;
    }
}

}  // namespace
}  // namespace congvu::host
