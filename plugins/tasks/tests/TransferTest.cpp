// SPDX-License-Identifier: Apache-2.0
#include "TaskBuilder.h"
#include "TasksFixture.h"

#include "domain/TaskTransfer.h"

namespace congvu::tasks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const TransferEnd kAnna{"unit", "anna", "Anna"};
const TransferEnd kBinh{"unit", "binh", "Bình"};
const TransferEnd kElsewhere{"other", "chi", "Chi"};

TEST(TransferStep, PutsTheReceiverWhereThePersonStoodAndNobodyTwice) {
    const auto step = transferStep(TaskBuilder{}.lead("head").handlers({"anna", "binh"}).build(), TransferPart::held, kAnna, kBinh);
    EXPECT_TRUE(step.isPossible());
    EXPECT_THAT(step.after.handlerPostIds, ElementsAre("binh"));
    EXPECT_EQ(step.after.leadPostId, "head");
}

TEST(TransferStep, MovesATaskToAnotherUnitOnlyWhenNobodyElseWorksOnIt) {
    const auto alone = transferStep(TaskBuilder{}.lead("anna").build(), TransferPart::held, kAnna, kElsewhere);
    EXPECT_EQ(alone.after.unitId, "other");
    EXPECT_EQ(alone.after.leadPostId, "chi");
    const auto shared = transferStep(TaskBuilder{}.lead("anna").handlers({"anna", "dung"}).build(), TransferPart::held, kAnna, kElsewhere);
    EXPECT_EQ(shared.obstacle, "tasks.transfer-shared");
    const auto part = transferStep(TaskBuilder{}.kind(TaskKind::subtask).lead("anna").build(), TransferPart::held, kAnna, kElsewhere);
    EXPECT_EQ(part.obstacle, "tasks.transfer-subtask");
}

TEST(TransferStep, MakesNobodyTheJudgeOfHisOwnWork) {
    const TransferEnd chair{"unit", "chair", "Chủ tịch"};
    EXPECT_EQ(transferStep(TaskBuilder{}.lead("anna").build(), TransferPart::held, kAnna, chair).obstacle, "tasks.transfer-own-task");
    EXPECT_EQ(transferStep(TaskBuilder{}.lead("anna").build(), TransferPart::given, chair, kAnna).obstacle, "tasks.transfer-own-task");
}

TEST(TransferStep, LetsTheNewUnitTakeTheTaskOnAnewButKeepsAResultThatWasHandedIn) {
    const TransferEnd from{"unit", std::nullopt, {}};
    const TransferEnd to{"other", std::nullopt, {}};
    const auto running = transferStep(TaskBuilder{}.lead("head").handlers({"anna"}).build(), TransferPart::held, from, to);
    EXPECT_EQ(running.after.state, TaskState::assigned);
    EXPECT_THAT(running.after.handlerPostIds, IsEmpty());
    EXPECT_EQ(running.after.leadPostId, std::nullopt);
    const auto submitted = transferStep(TaskBuilder{}.state(TaskState::submitted).build(), TransferPart::held, from, to);
    EXPECT_EQ(submitted.after.state, TaskState::submitted);
    const auto coop = transferStep(TaskBuilder{}.kind(TaskKind::coop).reviewUnit("other").build(), TransferPart::held, from, to);
    EXPECT_EQ(coop.obstacle, "tasks.transfer-cooperates-with-itself");
}

class TransferApi : public TasksFixture {
protected:
    testing::TestResponse transfer(const http::Caller& caller, const std::string& ends, bool isDryRun,
                                   const std::string& reason = "Nghỉ hưu") {
        return harness_.post(caller, "/api/v1/tasks/transfers",
                             "{" + ends + R"(,"reason":")" + reason + R"(","dryRun":)" + (isDryRun ? "true" : "false") + "}");
    }
    std::string units(const std::string& from, const std::string& to) {
        return R"("fromUnitId":")" + harness_.unitId(from) + R"(","toUnitId":")" + harness_.unitId(to) + '"';
    }
    static std::string posts(const http::Caller& from, const http::Caller& to) {
        return R"("fromPostId":")" + from.postId + R"(","toPostId":")" + to.postId + '"';
    }
};

TEST_F(TransferApi, ShowsFirstAndThenHandsOverEverythingOfAPersonWithWorkItemsAndHistory) {
    const auto one = leadTask("2026-03-10", "one");
    const auto two = leadTask("2026-03-12", "two");
    assignHandler(one);
    assignHandler(two);
    const auto preview = transfer(economyHead_, posts(economyHandler_, economyHead_), true);
    EXPECT_EQ(preview.at("moved"), "2") << preview.body;
    EXPECT_EQ(preview.at("rows/0/taskId"), one);
    EXPECT_THAT(list(economyHandler_, "scope=mine"), ElementsAre(one, two));
    const auto done = transfer(economyHead_, posts(economyHandler_, economyHead_), false);
    EXPECT_EQ(done.at("isDryRun"), "false");
    EXPECT_EQ(done.at("moved"), "2");
    EXPECT_THAT(list(economyHandler_, "scope=mine"), IsEmpty());
    EXPECT_THAT(list(economyHead_, "scope=mine"), ElementsAre(one, two));
    EXPECT_THAT(harness_.openWork(economyHandler_), IsEmpty());
    EXPECT_THAT(harness_.openWork(economyHead_), ElementsAre("tasks.do", "tasks.do"));
    const auto timeline = harness_.get(chair_, "/api/v1/tasks/" + one + "/timeline");
    EXPECT_EQ(timeline.at("items/2/act"), "tasks.act.transfer");
    EXPECT_EQ(timeline.at("items/2/note"), "Nghỉ hưu");
    EXPECT_EQ(transfer(economyHead_, posts(economyHandler_, economyHead_), false).at("moved"), "0");
}

TEST_F(TransferApi, MovesAUnitsTasksAndLetsTheCooperatingUnitReportToTheNewLead) {
    direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vp-a")});
    const auto lead = only(economyHead_, "kind=lead");
    assignHandler(lead);
    const auto done = transfer(chair_, units("kt-a", "vh-a"), false, "Sáp nhập phòng");
    EXPECT_EQ(done.at("moved"), "1") << done.body;
    EXPECT_EQ(state(cultureHead_, lead), "assigned");
    EXPECT_THAT(harness_.openWork(cultureHead_), ElementsAre("tasks.accept"));
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/counters").at("total/inTerm"), "2");
    const auto coop = only(officeHead_, "kind=coop");
    act(officeHead_, coop, "acceptance");
    submit(officeHead_, coop);
    EXPECT_THAT(harness_.openWork(cultureHead_), ::testing::UnorderedElementsAre("tasks.accept", "tasks.review"));
}

TEST_F(TransferApi, HandsWhatALeaderGaveToTheSuccessor) {
    const auto task = leadTask();
    assignHandler(task);
    submit(economyHandler_, task);
    EXPECT_THAT(harness_.openWork(chair_), ElementsAre("tasks.review"));
    const auto done = transfer(officeHead_, posts(chair_, officeHead_) + R"(,"part":"given")", false);
    EXPECT_EQ(done.at("moved"), "1") << done.body;
    EXPECT_THAT(harness_.openWork(chair_), IsEmpty());
    EXPECT_THAT(harness_.openWork(officeHead_), ElementsAre("tasks.review"));
    EXPECT_EQ(act(officeHead_, task, "result-acceptance").at("task/state"), "done");
}

TEST_F(TransferApi, IsRefusedWithTheFieldThatIsWrong) {
    const auto same = transfer(chair_, units("kt-a", "kt-a"), true);
    EXPECT_EQ(same.at("errors/0/code"), "tasks.transfer-same") << same.body;
    const auto foreign = transfer(chair_, units("kt-a", "kt-b"), true);
    EXPECT_EQ(foreign.at("errors/0/pointer"), "/toUnitId");
    EXPECT_EQ(foreign.at("errors/0/code"), "tasks.unknown-unit");
    const auto mixed = transfer(chair_, R"("fromUnitId":")" + harness_.unitId("kt-a") + R"(","toPostId":")" + chair_.postId + '"', true);
    EXPECT_EQ(mixed.at("errors/0/code"), "tasks.transfer-kinds-differ");
    const auto silent = transfer(chair_, units("kt-a", "vh-a"), false, "");
    EXPECT_EQ(silent.at("errors/0/pointer"), "/reason");
    const auto neighbour = transfer(economyHead_, units("kt-a", "vh-a"), true);
    EXPECT_EQ(neighbour.at("errors/0/code"), "tasks.unit-not-yours");
    EXPECT_EQ(transfer(economyHandler_, units("kt-a", "vh-a"), true).status, 403);
}

class UrgingLog : public TasksFixture {};

TEST_F(UrgingLog, HoldsWhatPeopleAndRulesUrged) {
    harness_.setSetting("tasks.remind_overdue_every", "3");
    const auto task = leadTask("2026-03-03");
    assignHandler(task);
    act(chair_, task, "urging", R"({"note":"Gấp"})");
    for (int day = 0; day < 10; ++day) {  // from Monday the 2nd to Wednesday the 11th
        harness_.runJob("deadline-reminder");
        harness_.runJob("deadline-reminder");
        harness_.advance(std::chrono::hours{24});
    }
    const auto detail = harness_.get(chair_, "/api/v1/tasks/" + task);
    EXPECT_EQ(detail.at("urgings/0/daysAfterDue"), "6");  // the 11th
    EXPECT_EQ(detail.at("urgings/1/daysAfterDue"), "3");  // Friday the 6th
    EXPECT_EQ(detail.at("urgings/2/daysAfterDue"), "-1");
    EXPECT_EQ(detail.at("urgings/3/personName"), chair_.personName);
    EXPECT_EQ(detail.at("urgings/3/note"), "Gấp");
    EXPECT_EQ(detail.at("urgings/4/id"), "");
    EXPECT_EQ(detail.at("task/urgeCount"), "1");
}

class TaskFields : public TasksFixture {};

TEST_F(TaskFields, NarrowListsByFieldLeaderOriginAndDayGiven) {
    const auto given =
        harness_.post(chair_, "/api/v1/tasks", R"({"title":"Việc","unitId":")" + harness_.unitId("vh-a") + R"(","field":"Đất đai"})")
            .at("id");
    const auto again = harness_.post(
        chair_, "/api/v1/tasks",
        R"({"title":"Việc","unitId":")" + harness_.unitId("vh-a") + R"(","field":"dat đai","leaderPostId":")" + officeHead_.postId + "\"}");
    EXPECT_EQ(harness_.get(chair_, "/api/v1/tasks/" + again.at("id")).at("task/field"), "Đất đai");
    const auto directed = leadTask();
    EXPECT_THAT(list(chair_, "field=%C4%90%E1%BA%A5t%20%C4%91ai"), ::testing::UnorderedElementsAre(given, again.at("id")));
    EXPECT_THAT(list(chair_, "field=-"), ElementsAre(directed));
    EXPECT_THAT(list(chair_, "leader=" + officeHead_.postId), ElementsAre(again.at("id")));
    EXPECT_THAT(list(chair_, "origin=direction"), ElementsAre(directed));
    EXPECT_THAT(list(chair_, "givenFrom=2026-03-03"), IsEmpty());
    EXPECT_THAT(list(chair_, "givenFrom=2026-03-02&givenUntil=2026-03-02"), ::testing::SizeIs(3));
    EXPECT_THAT(harness_.get(chair_, "/api/v1/tasks/choices").body, HasSubstr(R"("fields":["Đất đai"])"));
}

}  // namespace
}  // namespace congvu::tasks
