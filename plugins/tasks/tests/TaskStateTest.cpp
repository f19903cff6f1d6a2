// SPDX-License-Identifier: Apache-2.0
#include "domain/TaskState.h"

#include "congvu/json/Encode.h"

#include <gtest/gtest.h>

#include <set>

namespace congvu::tasks {
namespace {

using State = TaskState;
using Act = TaskAct;

TEST(TaskState, RunsFromAssignedOverInProgressAndSubmittedToDone) {
    auto state = State::assigned;
    for (const auto act : {Act::accept, Act::report, Act::submit, Act::acceptResult}) {
        const auto next = stateAfter(state, act);
        ASSERT_TRUE(next.has_value()) << json::nameOf(act);
        state = *next;
    }
    EXPECT_EQ(state, State::done);
}

TEST(TaskState, GoesBackToInProgressWhenTheResultIsSentBack) {
    EXPECT_EQ(stateAfter(State::submitted, Act::sendBack), State::inProgress);
}

TEST(TaskState, CanBeReturnedOnlyBeforeItIsAccepted) {
    EXPECT_EQ(stateAfter(State::assigned, Act::giveBack), State::returned);
    EXPECT_EQ(stateAfter(State::inProgress, Act::giveBack), std::nullopt);
    EXPECT_EQ(stateAfter(State::returned, Act::reassign), State::assigned);
}

TEST(TaskState, IsAcceptedByNamingHandlers) {
    EXPECT_EQ(stateAfter(State::assigned, Act::assign), State::inProgress);
}

TEST(TaskState, LetsNobodySubmitTwice) {
    EXPECT_EQ(stateAfter(State::submitted, Act::submit), std::nullopt);
}

TEST(TaskState, AllowsNoActOnceItIsDoneOrCancelled) {
    for (const auto& [act, name] : json::EnumNames<Act>::values) {
        EXPECT_EQ(stateAfter(State::done, act), std::nullopt) << name;
        EXPECT_EQ(stateAfter(State::cancelled, act), std::nullopt) << name;
    }
}

TEST(TaskState, CanBeCancelledWhileItIsOpen) {
    for (const auto& [state, name] : json::EnumNames<State>::values) {
        EXPECT_EQ(stateAfter(state, Act::cancel).has_value(), isOpen(state)) << name;
    }
}

TEST(TaskState, AllowsNothingButResumeAndCancelAndEditWhileSuspended) {
    std::set<std::string_view> possible;
    for (const auto& [act, name] : json::EnumNames<Act>::values) {
        if (stateAfter(State::suspended, act)) {
            possible.insert(name);
        }
    }
    EXPECT_EQ(possible, (std::set<std::string_view>{"resume", "cancel", "edit"}));
}

TEST(TaskState, StandsInOneColumnOfTheBoard) {
    EXPECT_EQ(stageOf(State::assigned), TaskStage::fresh);
    EXPECT_EQ(stageOf(State::returned), TaskStage::fresh);
    EXPECT_EQ(stageOf(State::inProgress), TaskStage::doing);
    EXPECT_EQ(stageOf(State::suspended), TaskStage::doing);
    EXPECT_EQ(stageOf(State::submitted), TaskStage::review);
    EXPECT_EQ(stageOf(State::done), TaskStage::done);
    EXPECT_EQ(stageOf(State::cancelled), TaskStage::cancelled);
}

}  // namespace
}  // namespace congvu::tasks
