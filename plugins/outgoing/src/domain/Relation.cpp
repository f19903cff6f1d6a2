// SPDX-License-Identifier: Apache-2.0
#include "domain/Relation.h"

namespace congvu::outgoing {

std::string_view relationProblem(RelationKind kind, std::string_view formId, const OutgoingDocument& target) {
    const bool hasLeft =
        target.state == DocumentState::issued || target.state == DocumentState::recalling || target.state == DocumentState::recalled;
    if (!hasLeft) {
        return "outgoing.relation-not-issued";
    }
    if (kind == RelationKind::corrects) {
        return formId == "cong-van" ? "" : "outgoing.correct-by-letter";
    }
    return formId == target.formId ? "" : "outgoing.equal-form";
}

}  // namespace congvu::outgoing
