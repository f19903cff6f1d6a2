// SPDX-License-Identifier: Apache-2.0
#include "service/TasksOfSource.h"

#include "congvu/ports/DocumentDirectory.h"
#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

RelatedList TasksOfSource::forPanel(const http::Caller& caller, const EntityRef& source) const {
    const auto reckoning = days_.forUnit(caller.agencyId);
    return db_.read([&](db::Reader& reader) {
        const auto documents = ports_.find<ports::DocumentDirectory>();
        const bool isDocument = source.plugin == "incoming" && source.type == "document";
        const bool seesDocument = isDocument && documents && documents->find(reader, caller, source.id);
        RelatedList list;
        for (const auto& related : TaskRepository::ofSource(reader, {source.plugin, source.type, source.id, {}, {}}, viewerOf(caller))) {
            const bool isShown = related.mayOpen || (seesDocument && related.task.kind != TaskKind::subtask);
            if (isShown) {
                list.items.push_back(presenter_.related(related, reckoning));
            }
        }
        return list;
    });
}

std::optional<ports::TaskSummary> TasksOfSource::find(db::Reader& reader, const http::Caller& caller, std::string_view taskId) {
    if (!directory_.isPluginOn("tasks", caller.unitId)) {
        return std::nullopt;
    }
    const auto task = TaskRepository::findVisible(reader, taskId, viewerOf(caller));
    return task ? std::optional{summary(*task)} : std::nullopt;
}

std::vector<ports::TaskSummary> TasksOfSource::ofSource(db::Reader& reader, const EntityRef& source) {
    std::vector<ports::TaskSummary> summaries;
    for (const auto& related : TaskRepository::ofSource(reader, {source.plugin, source.type, source.id, {}, {}}, {})) {
        summaries.push_back(summary(related.task));
    }
    return summaries;
}

ports::TaskSummary TasksOfSource::summary(const Task& task) const {
    return {.entity = {"tasks", "task", task.id},
            .title = task.title,
            .state = std::string{json::nameOf(task.state)},
            .leadName = presenter_.leadName(task),
            .dueOn = task.dueOn,
            .link = "/tasks/" + task.id,
            .source = {task.source.plugin, task.source.type, task.source.id}};
}

}  // namespace congvu::tasks
