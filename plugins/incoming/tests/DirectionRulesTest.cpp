// SPDX-License-Identifier: Apache-2.0
#include "domain/DirectionRules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace congvu::incoming {

namespace {

constexpr Date kToday{2026, 3, 2};

NewAssignment unit(AssignmentKind kind, const std::string& id) {
    NewAssignment assignment;
    assignment.kind = kind;
    assignment.unitId = id;
    return assignment;
}

std::vector<std::string> codes(const std::vector<FieldError>& errors) {
    std::vector<std::string> all;
    for (const auto& error : errors) {
        all.push_back(error.pointer + ' ' + error.code);
    }
    return all;
}

}  // namespace

TEST(DirectionRules, AcceptsOneLeadWithCoOperatingUnits) {
    const NewDirection direction{"Giao tham mưu", {unit(AssignmentKind::lead, "a"), unit(AssignmentKind::coop, "b")}};
    EXPECT_TRUE(checkDirection(direction, kToday).empty());
}

TEST(DirectionRules, RefusesADirectionWithoutALead) {
    const NewDirection direction{"Giao tham mưu", {unit(AssignmentKind::coop, "a")}};
    EXPECT_THAT(codes(checkDirection(direction, kToday)), testing::ElementsAre("/assignments incoming.no-lead"));
}

TEST(DirectionRules, RefusesTwoLeads) {
    const NewDirection direction{"Giao tham mưu", {unit(AssignmentKind::lead, "a"), unit(AssignmentKind::lead, "b")}};
    EXPECT_THAT(codes(checkDirection(direction, kToday)), testing::ElementsAre("/assignments incoming.several-leads"));
}

TEST(DirectionRules, RefusesTheSameUnitTwice) {
    const NewDirection direction{"Giao tham mưu", {unit(AssignmentKind::lead, "a"), unit(AssignmentKind::coop, "a")}};
    EXPECT_THAT(codes(checkDirection(direction, kToday)), testing::ElementsAre("/assignments/1/unitId incoming.assigned-twice"));
}

TEST(DirectionRules, WantsAUnitOrAPostButNotBoth) {
    auto both = unit(AssignmentKind::lead, "a");
    both.postId = "p";
    const NewDirection direction{"Giao tham mưu", {both, NewAssignment{}}};
    EXPECT_THAT(codes(checkDirection(direction, kToday)),
                testing::ElementsAre("/assignments/0/unitId incoming.unit-or-post", "/assignments/1/unitId incoming.unit-or-post"));
}

TEST(DirectionRules, RefusesADeadlineInThePastAndAcceptsToday) {
    auto yesterday = unit(AssignmentKind::lead, "a");
    yesterday.dueOn = Date{2026, 3, 1};
    auto today = unit(AssignmentKind::coop, "b");
    today.dueOn = kToday;
    const NewDirection direction{"Giao tham mưu", {yesterday, today}};
    EXPECT_THAT(codes(checkDirection(direction, kToday)), testing::ElementsAre("/assignments/0/dueOn incoming.deadline-in-past"));
}

}  // namespace congvu::incoming
