// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/IssueText.h"

#include <gtest/gtest.h>

namespace congvu::templates {

using namespace std::chrono_literals;

TEST(IssueText, NumbersBelowTenGetALeadingZero) {
    EXPECT_EQ(documentNumber(5), "05");
    EXPECT_EQ(documentNumber(10), "10");
    EXPECT_EQ(documentNumber(1482), "1482");
}

TEST(IssueText, DaysBelowTenAndTheFirstTwoMonthsGetALeadingZero) {
    EXPECT_EQ(placeAndDate("Suối Mơ", 2026y / 2 / 5), "Suối Mơ, ngày 05 tháng 02 năm 2026");
    EXPECT_EQ(dateInWords(2026y / 3 / 10), "ngày 10 tháng 3 năm 2026");
    EXPECT_EQ(dateInWords(2026y / 12 / 31), "ngày 31 tháng 12 năm 2026");
}

}  // namespace congvu::templates
