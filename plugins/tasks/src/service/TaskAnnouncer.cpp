// SPDX-License-Identifier: Apache-2.0
#include "service/TaskAnnouncer.h"

#include "service/TaskEvents.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

namespace {

std::optional<SourceReference> sourceOf(const Task& task) {
    if (task.source.isEmpty()) {
        return std::nullopt;
    }
    return SourceReference{task.source.plugin, task.source.type, task.source.id};
}

events::NewEvent about(std::string name, const Task& task, std::string_view actorPostId) {
    return {std::move(name), {"tasks", "task", task.id}, task.agencyId, std::string{actorPostId}};
}

}  // namespace

void TaskAnnouncer::created(db::Tx& tx, const Task& task, std::string_view actorPostId) const {
    events_.publish(tx, about("tasks.task-created.v1", task, actorPostId),
                    TaskCreated{task.id, sourceOf(task), task.directionId, std::string{json::nameOf(task.kind)}, task.unitId,
                                task.leadPostId, task.title, task.dueOn});
    sourceProgress(tx, task, actorPostId);
}

void TaskAnnouncer::changed(db::Tx& tx, const Task& before, const Task& after, std::string_view actorPostId) const {
    if (before.state == after.state) {
        return;
    }
    const auto timeliness = timelinessOf(after, days_.forUnit(after.agencyId));
    const bool isOverdue = timeliness == Timeliness::overdue || timeliness == Timeliness::doneLate;
    events_.publish(tx, about("tasks.task-state-changed.v1", after, actorPostId),
                    TaskStateChanged{after.id, sourceOf(after), std::string{json::nameOf(before.state)},
                                     std::string{json::nameOf(after.state)}, isOverdue});
    sourceProgress(tx, after, actorPostId);
}

void TaskAnnouncer::sourceProgress(db::Tx& tx, const Task& task, std::string_view actorPostId) const {
    const auto source = sourceOf(task);
    const bool isOwnPlan = source && source->plugin == "tasks";
    if (!source || isOwnPlan || task.kind == TaskKind::subtask) {
        return;
    }
    const auto progress = TaskRepository::progressOf(tx, task.source);
    const bool isAllDone = progress.done > 0 && progress.done + progress.cancelled == progress.total;
    // Order is kept per entity, so the progress of one document arrives in the order it was made.
    events_.publish(tx, {"tasks.source-progress.v1", {source->plugin, source->type, source->id}, task.agencyId, std::string{actorPostId}},
                    SourceProgressChanged{*source, progress.total, progress.done, progress.cancelled, isAllDone, progress.started > 0});
}

}  // namespace congvu::tasks
