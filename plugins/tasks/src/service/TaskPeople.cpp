// SPDX-License-Identifier: Apache-2.0
#include "service/TaskPeople.h"

#include <set>

namespace congvu::tasks {

std::vector<std::string> holdersOf(const directory::Directory& directory, const Task& task) {
    if (!task.handlerPostIds.empty()) {
        return task.handlerPostIds;
    }
    if (task.leadPostId) {
        return {*task.leadPostId};
    }
    std::vector<std::string> heads;
    for (const auto& post : directory.postsOfUnit(task.unitId, "tasks.lead")) {
        heads.push_back(post.id);
    }
    return heads;
}

std::vector<std::string> peopleOf(const directory::Directory& directory, const Task& task) {
    std::set<std::string> people{task.assignerPostId};
    people.insert(task.handlerPostIds.begin(), task.handlerPostIds.end());
    if (task.leadPostId) {
        people.insert(*task.leadPostId);
    }
    if (task.reviewPostId) {
        people.insert(*task.reviewPostId);
    }
    for (const auto& unit : {task.unitId, task.reviewUnitId.value_or("")}) {
        if (unit.empty()) {
            continue;
        }
        for (const auto& post : directory.postsOfUnit(unit, "tasks.lead")) {
            people.insert(post.id);
        }
    }
    return {people.begin(), people.end()};
}

}  // namespace congvu::tasks
