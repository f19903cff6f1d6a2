// SPDX-License-Identifier: Apache-2.0
#include "service/TaskMaking.h"

#include "congvu/ids/Id.h"

namespace congvu::tasks {

Task makeTask(const http::Caller& giver, const TaskTarget& target, std::string title, const std::optional<Date>& dueOn, Timestamp now) {
    Task task;
    task.id = newId();
    task.agencyId = giver.agencyId;
    task.title = std::move(title);
    task.unitId = target.unitId;
    task.leadPostId = target.postId;
    task.assignerPostId = giver.postId;
    task.assignerName = giver.personName;
    task.leaderPostId = giver.postId;
    task.dueOn = dueOn;
    task.originalDueOn = dueOn;
    task.createdAt = now;
    task.updatedAt = now;
    return task;
}

}  // namespace congvu::tasks
