// SPDX-License-Identifier: Apache-2.0
#include "service/TaskNotices.h"

#include "service/TaskPeople.h"

namespace congvu::tasks {

void TaskNotices::toHolders(db::Tx& tx, const Task& task, std::string_view what, const MessageParams& params) const {
    toPosts(tx, task, holdersOf(directory_, task), what, params);
}

void TaskNotices::toPosts(db::Tx& tx, const Task& task, const std::vector<std::string>& postIds, std::string_view what,
                          const MessageParams& params) const {
    MessageParams all = params;
    all.emplace_back("title", task.title);
    for (const auto& post : postIds) {
        notifications_.send(tx, {post, {"tasks", "task", task.id}, "tasks.notify." + std::string{what}, all, "/tasks/" + task.id});
    }
}

}  // namespace congvu::tasks
