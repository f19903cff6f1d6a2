// SPDX-License-Identifier: Apache-2.0
#include "StatisticsFixture.h"

namespace congvu::statistics {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

/// Who may see which unit's figures.
class ScopeTest : public StatisticsFixture {
protected:
    int statusOf(const http::Caller& caller, const std::string& unit, bool isBelow = false) {
        return report(caller, "unit=" + harness.unitId(unit) + (isBelow ? "&below=true" : "")).status;
    }
    std::vector<std::string> choicesOf(const http::Caller& caller) {
        const auto answer = harness.get(caller, "/choices");
        std::vector<std::string> ids;
        for (int index = 0; !answer.at("units/" + std::to_string(index) + "/id").empty(); ++index) {
            ids.push_back(answer.at("units/" + std::to_string(index) + "/id"));
        }
        return ids;
    }
};

TEST_F(ScopeTest, WhoReadsTheWholeAgencySeesEachOfItsUnitsAndNoOther) {
    for (const auto& caller : {clerk, chair, harness.as("office-head", "vp-a")}) {
        EXPECT_EQ(statusOf(caller, "xa-a"), 200);
        EXPECT_EQ(statusOf(caller, "vh-a"), 200);
        EXPECT_EQ(statusOf(caller, "xa-b"), 404);
        EXPECT_EQ(statusOf(caller, "kt-b"), 404);
        EXPECT_EQ(statusOf(caller, "tinh"), 404);
    }
    EXPECT_EQ(report(clerk, "unit=01ZZZZZZZZZZZZZZZZZZZZZZZZ").status, 404);
}

TEST_F(ScopeTest, AHeadSeesTheOwnDivisionOnly) {
    EXPECT_EQ(statusOf(head, "kt-a"), 200);
    EXPECT_EQ(statusOf(head, "vh-a"), 404);
    EXPECT_EQ(statusOf(head, "xa-a"), 404);
    EXPECT_EQ(report(head, "").at("unitId"), harness.unitId("kt-a"));
    EXPECT_THAT(choicesOf(head), ::testing::ElementsAre(harness.unitId("kt-a")));
    write(*incoming, {2026, 3, 2}, {cell("count", "kt-a", "", 2), cell("count", "vh-a", "", 3), cell("count", "", "", 4)});
    const auto answer = report(head);
    EXPECT_EQ(answer.at("sources/0/total/amount"), "2");
    EXPECT_EQ(answer.at("sources/0/units/1/amount"), "") << answer.body;
}

TEST_F(ScopeTest, NobodyElseSeesAnything) {
    EXPECT_EQ(report(harness.as("handler", "kt-a")).status, 403);
    EXPECT_EQ(report(harness.as("administrator", "xa-a")).status, 403);
    EXPECT_EQ(harness.get(harness.as("handler", "kt-a"), "/choices").status, 403);
    EXPECT_EQ(harness.get(harness.as("handler", "kt-a"), "/report/file").status, 403);
}

TEST_F(ScopeTest, TheProvinceSeesTheAgenciesBelowOneByOneAndTogether) {
    write(*incoming, {2026, 3, 2}, {cell("count", "kt-a", "", 2)});
    incoming->write(harness.unitId("xa-b"), {2026, 3, 2}, {cell("count", "kt-b", "", 3)});
    incoming->write(harness.unitId("tinh"), {2026, 3, 2}, {cell("count", "vp-tinh", "", 4)});
    const auto period = std::string{"from=2026-01-01&to=2026-12-31"};
    EXPECT_EQ(report(provinceChair).at("sources/0/total/amount"), "4");
    EXPECT_EQ(report(provinceChair, period + "&unit=" + harness.unitId("xa-a")).at("sources/0/total/amount"), "2");
    EXPECT_EQ(report(provinceChair, period + "&unit=" + harness.unitId("kt-b")).at("sources/0/total/amount"), "3");
    const auto together = report(provinceChair, period + "&below=true");
    EXPECT_EQ(together.at("sources/0/total/amount"), "9");
    EXPECT_EQ(together.at(rowOf(together, 0, harness.unitId("xa-b")) + "/amount"), "3");
    EXPECT_EQ(together.at("sources/0/total/link"), "");
    EXPECT_EQ(together.at("includesBelow"), "true");
    EXPECT_THAT(choicesOf(provinceChair), IsSupersetOf({harness.unitId("tinh"), harness.unitId("vp-tinh"), harness.unitId("xa-a")}));
    EXPECT_THAT(choicesOf(provinceChair), Not(Contains(harness.unitId("kt-a")))) << "reached from its agency";
}

TEST_F(ScopeTest, WithoutThePermissionNothingBelowIsShown) {
    const auto provinceClerk = harness.as("clerk", "tinh");
    EXPECT_EQ(statusOf(provinceClerk, "xa-a"), 404);
    EXPECT_EQ(statusOf(provinceClerk, "tinh", true), 403);
    EXPECT_EQ(harness.get(provinceClerk, "/choices?unit=" + harness.unitId("xa-a")).status, 404);
    EXPECT_EQ(harness.get(provinceClerk, "/choices").at("mayReadBelow"), "false");
    EXPECT_THAT(choicesOf(provinceClerk), Not(Contains(harness.unitId("xa-a"))));
}

TEST_F(ScopeTest, WhereThePluginIsOffNothingAnswers) {
    setRule("statistics", "kt-a", "off");
    EXPECT_EQ(report(head).at("code"), "plugin-off-for-unit");
    EXPECT_EQ(report(clerk).status, 200);
    setRule("statistics", "kt-a", "inherit");
    EXPECT_EQ(report(head).status, 200);
}

}  // namespace
}  // namespace congvu::statistics
