// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

namespace congvu::tasks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class TaskPolicy : public TasksFixture {};

TEST_F(TaskPolicy, ShowsEveryTaskOfTheAgencyToItsLeadersOfficeAndClerk) {
    const auto task = leadTask();
    for (const auto& caller : {chair_, officeHead_, harness_.as("clerk", "xa-a")}) {
        EXPECT_THAT(list(caller), ElementsAre(task));
    }
}

TEST_F(TaskPolicy, ShowsTheTasksOfAUnitToItsHeadAndToNobodyElseInIt) {
    const auto task = leadTask();
    EXPECT_THAT(list(economyHead_), ElementsAre(task));
    EXPECT_THAT(list(economyHandler_), IsEmpty());
    EXPECT_EQ(harness_.get(economyHandler_, "/api/v1/tasks/" + task).status, 404);
    assignHandler(task);
    EXPECT_THAT(list(economyHandler_), ElementsAre(task));
}

TEST_F(TaskPolicy, AnswersNotFoundForTasksOfSiblingParentAndOtherAgencies) {
    const auto task = leadTask();
    const auto path = "/api/v1/tasks/" + task;
    for (const auto& caller : {cultureHead_, cultureHandler_, harness_.as("chair", "tinh"), harness_.as("office-head", "vp-tinh"),
                               harness_.as("chair", "xa-b"), harness_.as("clerk", "xa-b"), harness_.as("head", "kt-b")}) {
        EXPECT_EQ(harness_.get(caller, path).status, 404) << caller.postTitle << ' ' << caller.unitName;
        EXPECT_EQ(harness_.get(caller, path + "/timeline").status, 404);
        EXPECT_EQ(harness_.post(caller, path + "/acceptance", "").status, 404);
        EXPECT_THAT(list(caller), IsEmpty());
        EXPECT_THAT(list(caller, "unitId=" + harness_.unitId("kt-a")), IsEmpty());
        EXPECT_THAT(list(caller, "handler=" + economyHandler_.postId), IsEmpty());
    }
}

TEST_F(TaskPolicy, LetsAFormerHandlerStillSeeTheTask) {
    const auto task = leadTask();
    assignHandler(task);
    act(economyHead_, task, "handlers", R"({"handlerPostIds":[")" + economyHead_.postId + R"("]})");
    EXPECT_EQ(harness_.get(economyHandler_, "/api/v1/tasks/" + task).status, 200);
    EXPECT_THAT(list(economyHandler_, "scope=mine"), IsEmpty());
}

TEST_F(TaskPolicy, ShowsNoUnitCountersToAHandlerAndOnlyTheOwnUnitToAHead) {
    leadTask();
    EXPECT_EQ(harness_.get(economyHandler_, "/api/v1/tasks/counters").at("units/0/unit/id"), "");
    const auto forHead = harness_.get(cultureHead_, "/api/v1/tasks/counters");
    EXPECT_EQ(forHead.at("units/0/unit/id"), harness_.unitId("vh-a"));
    EXPECT_EQ(forHead.at("total/inTerm"), "0");
}

TEST_F(TaskPolicy, GivesAnAdministratorWithoutTaskPermissionsNothing) {
    EXPECT_EQ(harness_.get(harness_.as("administrator", "xa-a"), "/api/v1/tasks").status, 403);
}

class TaskLists : public TasksFixture {};

TEST_F(TaskLists, PageByDeadlineWithoutLosingOrRepeatingATask) {
    for (int number = 0; number < 7; ++number) {
        leadTask(number % 2 == 0 ? "2026-03-2" + std::to_string(number) : "", "direction-" + std::to_string(number));
    }
    std::vector<std::string> all;
    std::string cursor;
    do {
        const auto page = harness_.get(chair_, "/api/v1/tasks?limit=3" + (cursor.empty() ? "" : "&cursor=" + cursor));
        for (int index = 0; index < 3 && !page.at("items/" + std::to_string(index) + "/id").empty(); ++index) {
            all.push_back(page.at("items/" + std::to_string(index) + "/id"));
        }
        cursor = page.at("next");
    } while (!cursor.empty());
    EXPECT_EQ(all, list(chair_));
    EXPECT_THAT(all, SizeIs(7));
}

TEST_F(TaskLists, FindWordsWithoutAccentsAndTakePercentSignsLiterally) {
    const auto task = leadTask();
    EXPECT_THAT(list(chair_, "q=chuyen%20doi"), ElementsAre(task));
    EXPECT_THAT(list(chair_, "q=15%2Fubnd"), ElementsAre(task));
    EXPECT_THAT(list(chair_, "q=%25"), IsEmpty());
    EXPECT_THAT(list(chair_, "q=kh%C3%B4ng-c%C3%B3"), IsEmpty());
}

TEST_F(TaskLists, SayWhichParameterIsNotUnderstood) {
    const auto response = harness_.get(chair_, "/api/v1/tasks?state=flying&dueFrom=tomorrow");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.at("errors/0/pointer"), "/state");
    EXPECT_EQ(response.at("errors/1/pointer"), "/dueFrom");
}

TEST_F(TaskLists, NarrowByDeadlineHandlerAndStage) {
    const auto early = leadTask("2026-03-05", "one");
    const auto late = leadTask("2026-03-25", "two");
    assignHandler(late);
    EXPECT_THAT(list(chair_, "dueUntil=2026-03-10"), ElementsAre(early));
    EXPECT_THAT(list(chair_, "handler=" + economyHandler_.postId), ElementsAre(late));
    EXPECT_THAT(list(chair_, "stage=doing"), ElementsAre(late));
    EXPECT_THAT(list(chair_, "scope=given"), ElementsAre(early, late));
    EXPECT_THAT(list(chair_, "order=-due"), ElementsAre(late, early));
}

TEST_F(TaskLists, AnswerAMonthDayByDayWithTheFirstTasksOfEach) {
    for (int number = 0; number < 6; ++number) {
        leadTask("2026-03-05", "busy-" + std::to_string(number));
    }
    const auto edge = leadTask("2026-04-05", "edge");
    leadTask("2026-04-06", "outside");
    leadTask("", "without");
    const auto month = harness_.get(chair_, "/api/v1/tasks/calendar?month=2026-03");
    EXPECT_EQ(month.at("from"), "2026-02-23");
    EXPECT_EQ(month.at("until"), "2026-04-05");
    EXPECT_EQ(month.at("days/0/day"), "2026-03-05");
    EXPECT_EQ(month.at("days/0/count"), "6");
    EXPECT_NE(month.at("days/0/items/3/id"), "");
    EXPECT_EQ(month.at("days/0/items/4/id"), "");
    EXPECT_EQ(month.at("days/1/items/0/id"), edge);
    EXPECT_EQ(month.at("days/2/day"), "");
    EXPECT_EQ(harness_.get(cultureHead_, "/api/v1/tasks/calendar?month=2026-03").at("days/0/day"), "");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/calendar?month=March").at("errors/0/pointer"), "/month");
}

}  // namespace
}  // namespace congvu::tasks
