// SPDX-License-Identifier: Apache-2.0
#include "domain/TaskRights.h"

#include <algorithm>

namespace congvu::tasks {

TaskRelation relationOf(const Task& task, const Viewer& viewer) {
    TaskRelation relation;
    const bool isGivenToPost = task.leadPostId == viewer.postId;
    relation.isAssigner = task.assignerPostId == viewer.postId;
    relation.isLead = isGivenToPost || (viewer.mayLead && task.unitId == viewer.unitId);
    relation.isHandler = isGivenToPost || std::ranges::find(task.handlerPostIds, viewer.postId) != task.handlerPostIds.end();
    const bool speaksForLeadUnit = viewer.mayLead && task.reviewUnitId == viewer.unitId;
    relation.isReviewer = relation.isAssigner || task.reviewPostId == viewer.postId || speaksForLeadUnit;
    relation.isSupervisor = viewer.maySupervise && task.agencyId == viewer.agencyId;
    relation.mayCreate = viewer.mayCreate;
    return relation;
}

bool isEntitled(const TaskRelation& relation, TaskAct act) {
    switch (act) {
        case TaskAct::accept:
        case TaskAct::giveBack:
        case TaskAct::assign:
            return relation.isLead;
        case TaskAct::report:
        case TaskAct::askExtension:
        case TaskAct::submit:
            return relation.isLead || relation.isHandler;
        case TaskAct::addSubtask:
            return relation.mayCreate && (relation.isLead || relation.isHandler);
        case TaskAct::acceptResult:
        case TaskAct::sendBack:
            return relation.isReviewer;
        case TaskAct::urge:
            return relation.isReviewer || relation.isSupervisor;
        case TaskAct::reassign:
        case TaskAct::decideExtension:
        case TaskAct::suspend:
        case TaskAct::resume:
        case TaskAct::cancel:
        case TaskAct::edit:
            return relation.isAssigner;
    }
    return false;
}

std::vector<TaskAct> possibleActs(const Task& task, const TaskRelation& relation) {
    std::vector<TaskAct> acts;
    for (const auto& [act, name] : json::EnumNames<TaskAct>::values) {
        const bool hasPendingExtension = task.pendingExtensionId.has_value();
        const bool fitsExtension = act == TaskAct::askExtension      ? task.dueOn.has_value() && !hasPendingExtension
                                   : act == TaskAct::decideExtension ? hasPendingExtension
                                   : act == TaskAct::resume          ? !task.suspendedWith
                                                                     : true;
        if (fitsExtension && stateAfter(task.state, act) && isEntitled(relation, act)) {
            acts.push_back(act);
        }
    }
    return acts;
}

}  // namespace congvu::tasks
