// SPDX-License-Identifier: Apache-2.0
#include "domain/TaskRights.h"

#include "TaskBuilder.h"
#include "domain/ExpectedWork.h"

#include <gmock/gmock.h>

namespace congvu::tasks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Viewer chair() {
    return {.postId = "chair",
            .unitId = "agency",
            .agencyId = "agency",
            .mayReadAll = true,
            .mayLead = true,
            .mayCreate = true,
            .maySupervise = true};
}
Viewer head() {
    return {.postId = "head",
            .unitId = "unit",
            .agencyId = "agency",
            .mayReadAll = false,
            .mayLead = true,
            .mayCreate = true,
            .maySupervise = false};
}
Viewer handler() {
    return {.postId = "handler",
            .unitId = "unit",
            .agencyId = "agency",
            .mayReadAll = false,
            .mayLead = false,
            .mayCreate = false,
            .maySupervise = false};
}
std::vector<TaskAct> acts(const Task& task, const Viewer& viewer) {
    return possibleActs(task, relationOf(task, viewer));
}

TEST(TaskRights, LetTheHeadAcceptReturnOrAssignWhatWaitsForTheUnit) {
    const auto task = TaskBuilder{}.state(TaskState::assigned).due(Date{2026, 3, 20}).build();
    EXPECT_THAT(acts(task, head()), ElementsAre(TaskAct::accept, TaskAct::giveBack, TaskAct::assign, TaskAct::askExtension));
}

TEST(TaskRights, LetTheHandlerReportAskAndSubmitButNotAccept) {
    const auto task = TaskBuilder{}.handlers({"handler"}).due(Date{2026, 3, 20}).build();
    EXPECT_THAT(acts(task, handler()), ElementsAre(TaskAct::report, TaskAct::askExtension, TaskAct::submit));
}

TEST(TaskRights, GiveAMemberOfTheUnitWhoIsNoHandlerNothingToDo) {
    EXPECT_THAT(acts(TaskBuilder{}.build(), handler()), IsEmpty());
}

TEST(TaskRights, LetTheAssignerDecideAboutASubmittedResult) {
    const auto task = TaskBuilder{}.state(TaskState::submitted).judged(Date{2026, 3, 9}).build();
    EXPECT_THAT(acts(task, chair()), ElementsAre(TaskAct::acceptResult, TaskAct::sendBack, TaskAct::cancel));
    EXPECT_THAT(acts(task, head()), IsEmpty());
}

TEST(TaskRights, LetTheLeadUnitAcceptTheResultOfACooperatingUnit) {
    const auto task = TaskBuilder{}.kind(TaskKind::coop).state(TaskState::submitted).reviewUnit("lead-unit").build();
    auto leadHead = head();
    leadHead.postId = "lead-head";
    leadHead.unitId = "lead-unit";
    EXPECT_THAT(acts(task, leadHead), ElementsAre(TaskAct::acceptResult, TaskAct::sendBack));
}

TEST(TaskRights, LetOneRequestForExtensionWaitAtATime) {
    const auto task = TaskBuilder{}.handlers({"handler"}).due(Date{2026, 3, 20}).pendingExtension().build();
    EXPECT_THAT(acts(task, handler()), ElementsAre(TaskAct::report, TaskAct::submit));
    EXPECT_THAT(acts(task, chair()), ::testing::Contains(TaskAct::decideExtension));
}

TEST(ExpectedWork, AsksTheHeadsOfTheUnitToAcceptAndAPostToDo) {
    EXPECT_THAT(expectedWork(TaskBuilder{}.state(TaskState::assigned).build()), ElementsAre(ExpectedWorkItem{"tasks.accept", "", "unit"}));
    EXPECT_THAT(expectedWork(TaskBuilder{}.state(TaskState::assigned).lead("post").build()),
                ElementsAre(ExpectedWorkItem{"tasks.do", "post", ""}));
    EXPECT_THAT(expectedWork(TaskBuilder{}.state(TaskState::assigned).kind(TaskKind::coop).build()),
                ElementsAre(ExpectedWorkItem{"tasks.coop", "", "unit"}));
}

TEST(ExpectedWork, IsWithEveryHandlerOnceThereAreAny) {
    EXPECT_THAT(expectedWork(TaskBuilder{}.lead("head").handlers({"a", "b"}).build()),
                UnorderedElementsAre(ExpectedWorkItem{"tasks.do", "a", ""}, ExpectedWorkItem{"tasks.do", "b", ""}));
    EXPECT_THAT(expectedWork(TaskBuilder{}.lead("head").build()), ElementsAre(ExpectedWorkItem{"tasks.do", "head", ""}));
}

TEST(ExpectedWork, OfASubmittedTaskLiesWithTheAssignerOrTheLeadUnit) {
    EXPECT_THAT(expectedWork(TaskBuilder{}.state(TaskState::submitted).build()),
                ElementsAre(ExpectedWorkItem{"tasks.review", "chair", ""}));
    EXPECT_THAT(expectedWork(TaskBuilder{}.kind(TaskKind::coop).state(TaskState::submitted).reviewUnit("lead-unit").build()),
                ElementsAre(ExpectedWorkItem{"tasks.review", "", "lead-unit"}));
}

TEST(ExpectedWork, IsNoneOnceNobodyOwesAnything) {
    for (const auto state : {TaskState::done, TaskState::cancelled, TaskState::suspended}) {
        EXPECT_THAT(expectedWork(TaskBuilder{}.state(state).build()), IsEmpty());
    }
}

}  // namespace
}  // namespace congvu::tasks
