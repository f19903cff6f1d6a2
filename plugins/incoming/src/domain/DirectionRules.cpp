// SPDX-License-Identifier: Apache-2.0
#include "domain/DirectionRules.h"

#include <algorithm>
#include <set>
#include <string>

namespace congvu::incoming {

namespace {

std::string pointerTo(std::size_t index, const std::string& member) {
    return "/assignments/" + std::to_string(index) + '/' + member;
}

}  // namespace

std::vector<FieldError> checkDirection(const NewDirection& direction, Date today) {
    std::vector<FieldError> errors;
    const auto leads = std::count_if(direction.assignments.begin(), direction.assignments.end(),
                                     [](const NewAssignment& assignment) { return assignment.kind == AssignmentKind::lead; });
    if (leads != 1) {
        errors.push_back({"/assignments", leads == 0 ? "incoming.no-lead" : "incoming.several-leads", {}});
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < direction.assignments.size(); ++i) {
        const auto& assignment = direction.assignments[i];
        if (assignment.unitId.has_value() == assignment.postId.has_value()) {
            errors.push_back({pointerTo(i, "unitId"), "incoming.unit-or-post", {}});
            continue;
        }
        const auto who = assignment.unitId ? "unit:" + *assignment.unitId : "post:" + *assignment.postId;
        if (!seen.insert(who).second) {
            errors.push_back({pointerTo(i, assignment.unitId ? "unitId" : "postId"), "incoming.assigned-twice", {}});
        }
        if (assignment.dueOn && *assignment.dueOn < today) {
            errors.push_back({pointerTo(i, "dueOn"), "incoming.deadline-in-past", {}});
        }
    }
    return errors;
}

}  // namespace congvu::incoming
