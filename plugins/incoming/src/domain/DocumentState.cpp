// SPDX-License-Identifier: Apache-2.0
#include "domain/DocumentState.h"

namespace congvu::incoming {

namespace {

using State = DocumentState;

bool hasNoDirection(State state) {
    return state == State::registered || state == State::submitted || state == State::returned;
}

bool hasDirection(State state) {
    return state == State::directed || state == State::inWork;
}

std::optional<State> when(bool isAllowed, State next) {
    return isAllowed ? std::optional{next} : std::nullopt;
}

}  // namespace

std::optional<DocumentState> stateAfter(DocumentState state, DocumentAct act) {
    switch (act) {
        case DocumentAct::submit:
            return when(hasNoDirection(state), State::submitted);
        case DocumentAct::sendBack:
            return when(state == State::submitted, State::returned);
        case DocumentAct::direct:
            return when(hasNoDirection(state) || state == State::transferred, State::directed);
        case DocumentAct::withdrawDirection:
            return when(hasDirection(state), State::submitted);
        case DocumentAct::start:
            return when(state == State::directed, State::inWork);
        case DocumentAct::finish:
            return when(hasDirection(state), State::completed);
        case DocumentAct::resume:  // a result was sent back after everything had been done
            return when(state == State::completed, State::inWork);
        case DocumentAct::close:
            return when(isOpen(state), State::completed);
        case DocumentAct::cancel:
            return when(hasNoDirection(state), State::cancelled);
        case DocumentAct::recall:
            return when(state != State::cancelled && state != State::recalled, State::recalled);
        case DocumentAct::transfer:  // forwarding hands it on without changing the state
            return when(hasNoDirection(state) || state == State::transferred, State::transferred);
        case DocumentAct::recallTransfer:
            return when(state == State::transferred, State::registered);
        case DocumentAct::returnTransfer:
            return when(state == State::transferred, State::returned);
    }
    return std::nullopt;
}

DocumentTab tabOf(DocumentState state) {
    if (hasNoDirection(state)) {
        return DocumentTab::waiting;
    }
    if (hasDirection(state) || state == State::transferred) {
        return DocumentTab::inWork;
    }
    return state == State::completed ? DocumentTab::done : DocumentTab::stopped;
}

bool isOpen(DocumentState state) {
    return hasNoDirection(state) || hasDirection(state) || state == State::transferred;
}

}  // namespace congvu::incoming
