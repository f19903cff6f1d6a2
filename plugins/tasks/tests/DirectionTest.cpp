// SPDX-License-Identifier: Apache-2.0
#include "TasksFixture.h"

namespace congvu::tasks {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Direction : public TasksFixture {};

TEST_F(Direction, MakesALeadTaskAndACooperatingOneWithItsOwnDeadline) {
    direct("d1", {assignment("a1", "lead", "kt-a", "2026-03-16"), assignment("a2", "coop", "vh-a", "2026-03-12")});
    const auto lead = only(economyHead_, "scope=unit");
    const auto detail = harness_.get(economyHead_, "/api/v1/tasks/" + lead);
    EXPECT_EQ(detail.at("task/kind"), "lead");
    EXPECT_EQ(detail.at("task/state"), "assigned");
    EXPECT_EQ(detail.at("task/dueOn"), "2026-03-16");
    EXPECT_EQ(detail.at("task/title"), "Báo cáo chuyển đổi số");
    EXPECT_EQ(detail.at("task/source/symbol"), "15/UBND-VX");
    EXPECT_EQ(detail.at("content"), "Giao phòng Kinh tế tham mưu");
    EXPECT_EQ(detail.at("children/0/kind"), "coop");
    EXPECT_EQ(detail.at("children/0/dueOn"), "2026-03-12");
}

TEST_F(Direction, PutsTheTasksIntoTheInboxesOfTheHeads) {
    direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vh-a")});
    EXPECT_THAT(harness_.openWork(economyHead_), ElementsAre("tasks.accept"));
    EXPECT_THAT(harness_.openWork(cultureHead_), ElementsAre("tasks.coop"));
    EXPECT_THAT(harness_.openWork(economyHandler_), IsEmpty());
}

TEST_F(Direction, GivenToAPersonIsThatPersonsWork) {
    direct("d1", {R"({"assignmentId":"a1","kind":"lead","unitId":null,"postId":")" + economyHandler_.postId +
                  R"(","dueOn":null,"note":"Làm trực tiếp"})"});
    EXPECT_THAT(harness_.openWork(economyHandler_), ElementsAre("tasks.do"));
    const auto task = only(economyHandler_, "scope=mine");
    EXPECT_EQ(act(economyHandler_, task, "acceptance").status, 200);
    EXPECT_EQ(state(economyHead_, task), "in_progress");
}

TEST_F(Direction, MakesItsTasksOnceHoweverOftenItArrives) {
    for (int delivery = 0; delivery < 3; ++delivery) {
        direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vh-a")});
    }
    EXPECT_THAT(list(chair_), SizeIs(2));
    EXPECT_THAT(payloads("tasks.task-created.v1"), SizeIs(2));
    EXPECT_THAT(harness_.openWork(economyHead_), SizeIs(1));
}

TEST_F(Direction, TellsTheSourceHowFarItsTasksAre) {
    direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vh-a")});
    EXPECT_EQ(payloads("tasks.source-progress.v1").back(),
              R"({"source":{"plugin":"incoming","type":"document","id":"document-1"},"total":2,"done":0,"cancelled":0,)"
              R"("allDone":false,"anyStarted":false})");
    const auto lead = only(economyHead_, "scope=unit");
    act(economyHead_, lead, "acceptance");
    EXPECT_THAT(payloads("tasks.source-progress.v1").back(), HasSubstr(R"("anyStarted":true)"));
}

TEST_F(Direction, CancelsItsTasksWhenItIsWithdrawn) {
    direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vh-a")});
    harness_.receive("incoming.direction-withdrawn.v1", {"incoming", "document", "document-1"}, chair_.agencyId,
                     R"({"documentId":"document-1","directionId":"d1","reason":"Giao lại"})");
    EXPECT_THAT(list(chair_, "open=true"), IsEmpty());
    EXPECT_THAT(list(chair_, "state=cancelled"), SizeIs(2));
    EXPECT_THAT(harness_.openWork(economyHead_), IsEmpty());
    EXPECT_THAT(harness_.openWork(cultureHead_), IsEmpty());
    EXPECT_THAT(payloads("tasks.source-progress.v1").back(), HasSubstr(R"("cancelled":2,"allDone":false)"));
}

TEST_F(Direction, MakesNothingWhenTheWithdrawalCameFirst) {
    harness_.receive("incoming.direction-withdrawn.v1", {"incoming", "document", "document-1"}, chair_.agencyId,
                     R"({"documentId":"document-1","directionId":"d1","reason":""})");
    direct("d1", {assignment("a1", "lead", "kt-a")});
    EXPECT_THAT(list(chair_), IsEmpty());
}

TEST_F(Direction, ForAnUnknownUnitIsRefusedSoThatTheAdministratorSeesIt) {
    EXPECT_THROW(direct("d1", {R"({"assignmentId":"a1","kind":"lead","unitId":"nowhere","postId":null,"dueOn":null,"note":""})"}),
                 std::runtime_error);
    EXPECT_THAT(list(chair_), IsEmpty());
}

TEST_F(Direction, ShowsItsTasksOnThePanelOfTheDocumentToThoseWhoMaySeeThem) {
    direct("d1", {assignment("a1", "lead", "kt-a"), assignment("a2", "coop", "vh-a")});
    const auto forChair = harness_.get(chair_, "/api/v1/tasks/of/incoming/document/document-1");
    EXPECT_EQ(forChair.at("items/0/kind"), "lead");
    EXPECT_EQ(forChair.at("items/1/kind"), "coop");
    const auto forCulture = harness_.get(cultureHead_, "/api/v1/tasks/of/incoming/document/document-1");
    EXPECT_EQ(forCulture.at("items/0/kind"), "coop");
    EXPECT_EQ(forCulture.at("items/1/kind"), "");
}

TEST_F(Direction, IsAnsweredByTheIssuedDocumentThatWasDraftedForItsTask) {
    const auto task = leadTask();
    harness_.receive("outgoing.document-issued.v1", {"outgoing", "document", "answer-1"}, chair_.agencyId,
                     R"({"documentId":"answer-1","numberAndSymbol":"07/UBND-KT","sourceTaskId":")" + task + R"("})");
    const auto detail = harness_.get(economyHead_, "/api/v1/tasks/" + task);
    EXPECT_EQ(detail.at("resultDocumentId"), "answer-1");
    EXPECT_EQ(detail.at("resultDocumentLabel"), "07/UBND-KT");
}

}  // namespace
}  // namespace congvu::tasks
