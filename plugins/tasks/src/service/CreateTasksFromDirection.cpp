// SPDX-License-Identifier: Apache-2.0
#include "service/CreateTasksFromDirection.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "service/Viewing.h"
#include "storage/TaskRepository.h"

#include <algorithm>

namespace congvu::tasks {

namespace {

const DirectionAssignment& leadOf(const GivenDirection& direction) {
    const auto lead = std::ranges::find(direction.assignments, TaskKind::lead, &DirectionAssignment::kind);
    if (lead == direction.assignments.end()) {
        throw AppError(ErrorKind::conflict, "tasks.direction-without-lead");
    }
    return *lead;
}

std::string contentOf(const GivenDirection& direction, const DirectionAssignment& assignment) {
    if (assignment.note.empty()) {
        return direction.opinion;
    }
    return direction.opinion.empty() ? assignment.note : direction.opinion + "\n\n" + assignment.note;
}

}  // namespace

void CreateTasksFromDirection::run(const GivenDirection& direction, const std::string& agencyId) {
    const auto& leadAssignment = leadOf(direction);
    needs_.db.write([&](db::Tx& tx) {
        if (!TaskRepository::rememberDirection(tx, direction.directionId, direction.documentId, "given", needs_.clock.now())) {
            return;
        }
        const auto actor = actorOfPost(needs_.directory, direction.directedByPostId, agencyId);
        const auto lead = make(direction, leadAssignment, agencyId);
        needs_.recorder.created(tx, actor, lead);
        for (const auto& assignment : direction.assignments) {
            if (&assignment == &leadAssignment) {
                continue;
            }
            auto task = make(direction, assignment, agencyId);
            task.kind = TaskKind::coop;
            task.parentId = lead.id;
            task.reviewPostId = lead.leadPostId;
            task.reviewUnitId = lead.leadPostId ? std::nullopt : std::optional{lead.unitId};
            needs_.recorder.created(tx, actor, task);
        }
    });
}

Task CreateTasksFromDirection::make(const GivenDirection& direction, const DirectionAssignment& assignment,
                                    const std::string& agencyId) const {
    const auto target = needs_.targets.find(assignment.unitId, assignment.postId);
    if (!target) {
        throw AppError(ErrorKind::conflict, "tasks.direction-unknown-target", {{"assignment", assignment.assignmentId}});
    }
    Task task;
    task.id = newId();
    task.agencyId = agencyId;
    task.source = {"incoming", "document", direction.documentId, direction.documentSymbol, direction.issuerName};
    task.directionId = direction.directionId;
    task.assignmentId = assignment.assignmentId;
    task.title = direction.documentTitle;
    task.content = contentOf(direction, assignment);
    task.urgency = json::enumFrom<Urgency>(direction.urgency).value_or(Urgency::normal);
    task.unitId = target->unitId;
    task.leadPostId = target->postId;
    task.assignerPostId = direction.directedByPostId;
    task.assignerName = direction.directedByName;
    task.leaderPostId = direction.directedByPostId;
    task.origin = TaskOrigin::direction;
    task.dueOn = assignment.dueOn;
    task.originalDueOn = assignment.dueOn;
    task.createdAt = needs_.clock.now();
    task.updatedAt = task.createdAt;
    return task;
}

}  // namespace congvu::tasks
