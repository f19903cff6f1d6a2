// SPDX-License-Identifier: Apache-2.0
#include "domain/DocumentState.h"

#include <gtest/gtest.h>

#include <array>

namespace congvu::incoming {

namespace {

constexpr std::array kStates{DocumentState::registered, DocumentState::submitted, DocumentState::returned,
                             DocumentState::directed,   DocumentState::inWork,    DocumentState::completed,
                             DocumentState::cancelled,  DocumentState::recalled,  DocumentState::transferred};
constexpr std::array kActs{DocumentAct::submit,        DocumentAct::sendBack, DocumentAct::direct,   DocumentAct::withdrawDirection,
                           DocumentAct::start,         DocumentAct::finish,   DocumentAct::resume,   DocumentAct::close,
                           DocumentAct::cancel,        DocumentAct::recall,   DocumentAct::transfer, DocumentAct::recallTransfer,
                           DocumentAct::returnTransfer};

}  // namespace

TEST(DocumentState, GoesFromRegistrationToCompletion) {
    auto state = DocumentState::registered;
    for (const auto act : {DocumentAct::submit, DocumentAct::direct, DocumentAct::start, DocumentAct::finish}) {
        state = stateAfter(state, act).value();
    }
    EXPECT_EQ(state, DocumentState::completed);
}

TEST(DocumentState, LetsALeaderGiveADocumentBackAndGetItAgain) {
    const auto returned = stateAfter(DocumentState::submitted, DocumentAct::sendBack);
    EXPECT_EQ(returned, DocumentState::returned);
    EXPECT_EQ(stateAfter(*returned, DocumentAct::submit), DocumentState::submitted);
}

TEST(DocumentState, AllowsNoSecondDirectionWhileOneIsInForce) {
    EXPECT_FALSE(stateAfter(DocumentState::directed, DocumentAct::direct));
    EXPECT_FALSE(stateAfter(DocumentState::inWork, DocumentAct::direct));
    EXPECT_EQ(stateAfter(*stateAfter(DocumentState::inWork, DocumentAct::withdrawDirection), DocumentAct::direct), DocumentState::directed);
}

TEST(DocumentState, CancelsARegistrationOnlyBeforeADirection) {
    EXPECT_EQ(stateAfter(DocumentState::registered, DocumentAct::cancel), DocumentState::cancelled);
    EXPECT_EQ(stateAfter(DocumentState::returned, DocumentAct::cancel), DocumentState::cancelled);
    EXPECT_FALSE(stateAfter(DocumentState::directed, DocumentAct::cancel));
    EXPECT_FALSE(stateAfter(DocumentState::completed, DocumentAct::cancel));
}

TEST(DocumentState, AllowsNothingAfterCancellationOrRecall) {
    for (const auto act : kActs) {
        EXPECT_FALSE(stateAfter(DocumentState::cancelled, act));
        EXPECT_FALSE(stateAfter(DocumentState::recalled, act));
    }
}

TEST(DocumentState, RecallsFromEveryOtherState) {
    for (const auto state : kStates) {
        const bool isStopped = tabOf(state) == DocumentTab::stopped;
        EXPECT_EQ(stateAfter(state, DocumentAct::recall).has_value(), !isStopped);
    }
}

TEST(DocumentState, HandsADocumentOutWithoutADirectionAndGetsItBack) {
    for (const auto state : {DocumentState::registered, DocumentState::submitted, DocumentState::returned}) {
        EXPECT_EQ(stateAfter(state, DocumentAct::transfer), DocumentState::transferred);
    }
    EXPECT_EQ(stateAfter(DocumentState::transferred, DocumentAct::recallTransfer), DocumentState::registered);
    EXPECT_EQ(stateAfter(DocumentState::transferred, DocumentAct::returnTransfer), DocumentState::returned);
    EXPECT_EQ(stateAfter(DocumentState::transferred, DocumentAct::close), DocumentState::completed);
    EXPECT_EQ(stateAfter(DocumentState::transferred, DocumentAct::direct), DocumentState::directed);
    EXPECT_FALSE(stateAfter(DocumentState::transferred, DocumentAct::submit));
    EXPECT_FALSE(stateAfter(DocumentState::directed, DocumentAct::transfer));
}

TEST(DocumentState, ResumesWorkWhenAResultIsSentBack) {
    EXPECT_EQ(stateAfter(DocumentState::completed, DocumentAct::resume), DocumentState::inWork);
}

TEST(DocumentState, CountsADocumentAsOpenExactlyOnTheTabsThatWaitOrWork) {
    for (const auto state : kStates) {
        const auto tab = tabOf(state);
        EXPECT_EQ(isOpen(state), tab == DocumentTab::waiting || tab == DocumentTab::inWork);
    }
}

}  // namespace congvu::incoming
