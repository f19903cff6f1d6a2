// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

namespace congvu::tasks {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class TaskActs : public TasksFixture {};

TEST_F(TaskActs, CarryATaskFromTheDirectionToTheAcceptedResult) {
    const auto task = leadTask();
    EXPECT_EQ(act(economyHead_, task, "acceptance").status, 200);
    assignHandler(task);
    EXPECT_THAT(harness_.openWork(economyHead_), IsEmpty());
    EXPECT_THAT(harness_.openWork(economyHandler_), ElementsAre("tasks.do"));
    EXPECT_EQ(report(economyHandler_, task, 40).at("task/percent"), "40");
    EXPECT_EQ(submit(economyHandler_, task).at("task/state"), "submitted");
    EXPECT_THAT(harness_.openWork(economyHandler_), IsEmpty());
    EXPECT_THAT(harness_.openWork(chair_), ElementsAre("tasks.review"));
    const auto done = act(chair_, task, "result-acceptance", R"({"note":"Tốt"})");
    EXPECT_EQ(done.at("task/state"), "done");
    EXPECT_EQ(done.at("task/timeliness"), "done_on_time");
    EXPECT_THAT(harness_.openWork(chair_), IsEmpty());
    EXPECT_THAT(payloads("tasks.source-progress.v1").back(), HasSubstr(R"("total":1,"done":1,"cancelled":0,"allDone":true)"));
    EXPECT_THAT(payloads("tasks.task-state-changed.v1").back(), HasSubstr(R"("from":"submitted","to":"done","isOverdue":false)"));
}

TEST_F(TaskActs, StandInTheTimelineWithTheWordsOfTheActor) {
    const auto task = leadTask();
    assignHandler(task);
    report(economyHandler_, task, 40);
    const auto timeline = harness_.get(chair_, "/api/v1/tasks/" + task + "/timeline");
    EXPECT_EQ(timeline.at("items/0/act"), "tasks.act.create");
    EXPECT_EQ(timeline.at("items/1/act"), "tasks.act.assign");
    EXPECT_EQ(timeline.at("items/2/act"), "tasks.act.report");
    EXPECT_EQ(timeline.at("items/2/note"), "Đã tổng hợp số liệu");
    EXPECT_EQ(timeline.at("items/2/actorName"), economyHandler_.personName);
}

TEST_F(TaskActs, LetTheAssignerSendTheResultBackToTheHandlers) {
    const auto task = leadTask();
    assignHandler(task);
    submit(economyHandler_, task);
    EXPECT_EQ(act(chair_, task, "send-back", "{}").status, 422);
    EXPECT_EQ(act(chair_, task, "send-back", R"({"reason":"Thiếu số liệu quý I"})").at("task/state"), "in_progress");
    EXPECT_THAT(harness_.openWork(economyHandler_), ElementsAre("tasks.do"));
    EXPECT_THAT(harness_.openWork(chair_), IsEmpty());
}

TEST_F(TaskActs, BringAReturnedTaskBackToTheAssignerWhoGivesItToAnotherUnit) {
    const auto task = leadTask();
    EXPECT_EQ(act(economyHead_, task, "return", R"({"reason":"Thuộc lĩnh vực văn hoá"})").at("task/state"), "returned");
    EXPECT_THAT(harness_.openWork(chair_), ElementsAre("tasks.reassign"));
    const auto moved = act(chair_, task, "reassignment", R"({"unitId":")" + harness_.unitId("vh-a") + R"(","dueOn":"2026-03-20"})");
    EXPECT_EQ(moved.at("task/state"), "assigned") << moved.body;
    EXPECT_THAT(harness_.openWork(cultureHead_), ElementsAre("tasks.accept"));
    EXPECT_THAT(harness_.openWork(chair_), IsEmpty());
    EXPECT_EQ(harness_.get(economyHead_, "/api/v1/tasks/" + task).status, 404);
}

TEST_F(TaskActs, LetTheHeadNameHandlersOfTheOwnUnitOnly) {
    const auto task = leadTask();
    const auto response = act(economyHead_, task, "handlers", R"({"handlerPostIds":[")" + cultureHandler_.postId + R"("]})");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.at("errors/0/pointer"), "/handlerPostIds/0");
    EXPECT_EQ(response.at("errors/0/code"), "tasks.handler-not-in-unit");
}

TEST_F(TaskActs, AreRefusedWithAConflictWhenTheStateHasMovedOn) {
    const auto task = leadTask();
    assignHandler(task);
    const auto again = act(economyHead_, task, "acceptance");
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.at("code"), "tasks.wrong-state");
}

TEST_F(TaskActs, AreForbiddenToThoseWhoSeeTheTaskButHaveNoPartInThem) {
    const auto task = leadTask();
    assignHandler(task);
    EXPECT_EQ(act(economyHandler_, task, "cancellation", R"({"reason":"x"})").status, 403);
    EXPECT_EQ(submit(harness_.as("clerk", "xa-a"), task).status, 403);
}

TEST_F(TaskActs, AreStaleWhenTwoPeopleEditTheSameVersion) {
    const auto task = leadTask();
    const std::string first = R"({"title":"Báo cáo quý I","content":"","urgency":"urgent","dueOn":"2026-03-16"})";
    EXPECT_EQ(harness_.patch(chair_, "/api/v1/tasks/" + task, first, "\"1\"").status, 200);
    const auto second = harness_.patch(chair_, "/api/v1/tasks/" + task, first, "\"1\"");
    EXPECT_EQ(second.status, 412);
    EXPECT_EQ(second.at("code"), "stale");
    EXPECT_EQ(harness_.patch(chair_, "/api/v1/tasks/" + task, first, "").status, 428);
}

TEST_F(TaskActs, SuspendAndResumeWhereTheTaskWasInterrupted) {
    const auto task = leadTask();
    assignHandler(task);
    EXPECT_EQ(act(chair_, task, "suspension", R"({"reason":"Chờ hướng dẫn"})").at("task/state"), "suspended");
    EXPECT_THAT(harness_.openWork(economyHandler_), IsEmpty());
    EXPECT_EQ(report(economyHandler_, task, 50).status, 409);
    const auto resumed = act(chair_, task, "resumption", R"({"dueOn":"2026-03-25"})");
    EXPECT_EQ(resumed.at("task/state"), "in_progress");
    EXPECT_EQ(resumed.at("task/originalDueOn"), "2026-03-25");
    EXPECT_THAT(harness_.openWork(economyHandler_), ElementsAre("tasks.do"));
}

TEST_F(TaskActs, EndTheCooperationTogetherWithTheLeadTask) {
    direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vh-a")});
    const auto lead = only(economyHead_, "scope=unit");
    assignHandler(lead);
    submit(economyHandler_, lead);
    EXPECT_EQ(act(chair_, lead, "result-acceptance").at("children/0/state"), "cancelled");
    EXPECT_THAT(harness_.openWork(cultureHead_), IsEmpty());
    EXPECT_THAT(payloads("tasks.source-progress.v1").back(), HasSubstr(R"("total":2,"done":1,"cancelled":1,"allDone":true)"));
}

TEST_F(TaskActs, LetTheLeadUnitAcceptWhatTheCooperatingUnitHandsIn) {
    direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vh-a")});
    const auto coop = only(cultureHead_);
    act(cultureHead_, coop, "acceptance");
    submit(cultureHead_, coop);
    EXPECT_THAT(harness_.openWork(economyHead_), Contains("tasks.review"));
    EXPECT_EQ(act(economyHead_, coop, "result-acceptance").at("task/state"), "done");
}

TEST_F(TaskActs, GiveSubtasksThatMustEndBeforeTheTaskIsSubmitted) {
    const auto task = leadTask();
    act(economyHead_, task, "acceptance");
    const auto late =
        act(economyHead_, task, "subtasks", R"({"title":"Số liệu","postId":")" + economyHandler_.postId + R"(","dueOn":"2026-03-17"})");
    EXPECT_EQ(late.at("errors/0/code"), "tasks.deadline-after-parent");
    const auto created =
        act(economyHead_, task, "subtasks", R"({"title":"Số liệu","postId":")" + economyHandler_.postId + R"(","dueOn":"2026-03-10"})");
    ASSERT_EQ(created.status, 201) << created.body;
    const auto refused = submit(economyHead_, task);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.at("code"), "tasks.open-subtasks");
    const auto subtask = created.at("id");
    act(economyHandler_, subtask, "acceptance");
    submit(economyHandler_, subtask);
    EXPECT_EQ(act(economyHead_, subtask, "result-acceptance").at("task/state"), "done");
    EXPECT_EQ(submit(economyHead_, task).at("task/state"), "submitted");
}

TEST_F(TaskActs, CreateATaskByHandForAUnitOfTheOwnAgency) {
    const auto created = harness_.post(chair_, "/api/v1/tasks",
                                       R"({"title":"Chuẩn bị hội nghị","unitId":")" + harness_.unitId("vh-a") +
                                           R"(","dueOn":"2026-03-10","cooperation":[{"unitId":")" + harness_.unitId("kt-a") +
                                           R"(","dueOn":"2026-03-09"}]})");
    ASSERT_EQ(created.status, 201) << created.body;
    EXPECT_THAT(harness_.openWork(cultureHead_), ElementsAre("tasks.accept"));
    EXPECT_THAT(harness_.openWork(economyHead_), ElementsAre("tasks.coop"));
}

TEST_F(TaskActs, RefuseADeadlineInThePastAndAForeignUnitAtOnce) {
    const auto response =
        harness_.post(chair_, "/api/v1/tasks", R"({"title":"Việc","unitId":")" + harness_.unitId("kt-b") + R"(","dueOn":"2026-03-01"})");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.at("errors/0/code"), "tasks.unknown-unit");
    EXPECT_EQ(response.at("errors/1/pointer"), "/dueOn");
    EXPECT_EQ(response.at("errors/1/code"), "tasks.deadline-in-past");
}

TEST_F(TaskActs, LetAHeadGiveWorkInTheOwnDivisionOnly) {
    const auto response = harness_.post(economyHead_, "/api/v1/tasks", R"({"title":"Việc","unitId":")" + harness_.unitId("vh-a") + R"("})");
    EXPECT_EQ(response.at("errors/0/code"), "tasks.unit-not-yours");
}

TEST_F(TaskActs, CountUrgingByTheAssignerAndByTheOffice) {
    const auto task = leadTask();
    assignHandler(task);
    act(chair_, task, "urging", R"({"note":"Gấp"})");
    EXPECT_EQ(act(officeHead_, task, "urging").at("task/urgeCount"), "2");
    EXPECT_EQ(act(economyHandler_, task, "urging").status, 403);
    EXPECT_THAT(harness_.get(economyHandler_, "/api/v1/notifications").body, HasSubstr("Đôn đốc nhiệm vụ"));
}

}  // namespace
}  // namespace congvu::tasks
