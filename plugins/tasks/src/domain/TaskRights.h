// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"

#include <string>
#include <vector>

namespace congvu::tasks {

/// What the rules must know of a caller; made from the acting post (service/Viewing.h).
struct Viewer {
    std::string postId;
    std::string unitId;
    std::string agencyId;
    bool mayReadAll = false;    ///< tasks.read-all: every task of the agency
    bool mayLead = false;       ///< tasks.lead: speaks for its unit
    bool mayCreate = false;     ///< tasks.create
    bool maySupervise = false;  ///< tasks.supervise: may urge any task of the agency
};

/// How the viewer stands to one task.
struct TaskRelation {
    bool isAssigner = false;
    bool isReviewer = false;  ///< may accept the result: the assigner; for co-operating tasks the lead unit too
    bool isLead = false;      ///< head of the unit that answers, or the post it was given to
    bool isHandler = false;
    bool isSupervisor = false;
    bool mayCreate = false;
};

[[nodiscard]] TaskRelation relationOf(const Task& task, const Viewer& viewer);

/// Whether somebody in that relation may do the act at all, in whatever state the task is.
[[nodiscard]] bool isEntitled(const TaskRelation& relation, TaskAct act);

/// The acts that are possible now for somebody in that relation, in the order of TaskAct.
[[nodiscard]] std::vector<TaskAct> possibleActs(const Task& task, const TaskRelation& relation);

}  // namespace congvu::tasks
