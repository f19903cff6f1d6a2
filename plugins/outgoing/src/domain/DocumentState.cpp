// SPDX-License-Identifier: Apache-2.0
#include "domain/DocumentState.h"

namespace congvu::outgoing {

bool canEdit(DocumentState state) {
    return state == DocumentState::draft || state == DocumentState::inReview || state == DocumentState::toSign;
}

bool canSubmit(DocumentState state) {
    return state == DocumentState::draft;
}

bool canPass(DocumentState state) {
    return state == DocumentState::inReview;
}

bool canReturn(DocumentState state) {
    return state == DocumentState::inReview || state == DocumentState::toSign;
}

bool canNumber(DocumentState state) {
    return state == DocumentState::signedOff;
}

bool canCancelNumber(DocumentState state) {
    return state == DocumentState::numbered || state == DocumentState::sealed;
}

bool canIssue(DocumentState state) {
    return state == DocumentState::sealed;
}

bool canAddress(DocumentState state) {
    return state == DocumentState::signedOff || state == DocumentState::numbered || state == DocumentState::sealed;
}

bool canRecall(DocumentState state) {
    return state == DocumentState::issued;
}

bool canCancel(DocumentState state) {
    return state == DocumentState::draft;
}

bool isSignedOff(DocumentState state) {
    return state == DocumentState::signedOff || state == DocumentState::numbered || state == DocumentState::sealed ||
           state == DocumentState::issued || state == DocumentState::recalling || state == DocumentState::recalled;
}

}  // namespace congvu::outgoing
