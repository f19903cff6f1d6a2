// SPDX-License-Identifier: Apache-2.0
#include "service/ShownTasks.h"

#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

std::vector<entities::EntitySummary> ShownTasks::visible(db::Reader& reader, const http::Caller& caller,
                                                         const std::vector<std::string>& ids) const {
    const auto tasks = TaskRepository::findAllVisible(reader, ids, viewerOf(caller));
    std::vector<entities::EntitySummary> summaries;
    summaries.reserve(tasks.size());
    for (const auto& task : tasks) {
        summaries.push_back({task.id, task.title, presenter_.leadName(task), "/tasks/" + task.id});
    }
    return summaries;
}

}  // namespace congvu::tasks
