// SPDX-License-Identifier: Apache-2.0
#include "service/TaskRecorder.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"
#include "service/TaskPeople.h"
#include "storage/CounterRepository.h"
#include "storage/ExtensionRepository.h"
#include "storage/FigureRepository.h"
#include "storage/TaskRepository.h"

#include <tuple>

namespace congvu::tasks {

namespace {

std::string foldedOf(const Task& task) {
    return text::fold(task.title + ' ' + task.source.symbol + ' ' + task.source.issuer + ' ' + task.externalCode.value_or("") + ' ' +
                      task.field + ' ' + task.content);
}

auto people(const Task& task) {
    return std::tie(task.unitId, task.leadPostId, task.handlerPostIds, task.assignerPostId, task.reviewUnitId, task.reviewPostId);
}

auto words(const Task& task) {
    return std::tie(task.title, task.content, task.dueOn, task.urgency, task.field);
}

}  // namespace

bool TaskRecorder::created(db::Tx& tx, const http::Caller& actor, const Task& task) const {
    if (!TaskRepository::insert(tx, task, foldedOf(task))) {
        return false;
    }
    TaskRepository::writeAccess(tx, task);
    CounterRepository::add(tx, counterChange(std::nullopt, task));
    FigureRepository::markChanged(tx, task);
    needs_.work.arrange(tx, std::nullopt, task, actor.personName);
    writeDown(tx, actor, task, {"create", task.content, "{}"});
    needs_.announcer.created(tx, task, actor.postId);
    index(tx, task);
    refreshPages(tx, task);
    return true;
}

void TaskRecorder::changed(db::Tx& tx, const http::Caller& actor, const Task& before, Task& after, const ActRecord& record) const {
    const auto now = needs_.clock.now();
    after.version = before.version + 1;
    after.updatedAt = now;
    after.closedAt = isOpen(after.state) ? std::nullopt : std::optional{before.closedAt.value_or(now)};
    lapseExtension(tx, after);
    if (!TaskRepository::update(tx, after, foldedOf(after))) {
        throw AppError::stale();
    }
    const bool hasOtherPeople = people(before) != people(after);
    if (hasOtherPeople) {
        TaskRepository::writeAccess(tx, after);
    }
    CounterRepository::add(tx, counterChange(before, after));
    FigureRepository::markChanged(tx, after);
    needs_.work.arrange(tx, before, after, actor.personName);
    writeDown(tx, actor, after, record);
    needs_.announcer.changed(tx, before, after, actor.postId);
    if (hasOtherPeople || words(before) != words(after)) {
        index(tx, after);
    }
    refreshPages(tx, after);
}

void TaskRecorder::lapseExtension(db::Tx& tx, Task& after) const {
    const bool goesOn = after.state == TaskState::assigned || after.state == TaskState::inProgress;
    if (!after.pendingExtensionId || goesOn) {
        return;
    }
    Extension lapsed;
    lapsed.id = *after.pendingExtensionId;
    lapsed.state = ExtensionState::lapsed;
    lapsed.decidedAt = needs_.clock.now();
    ExtensionRepository::decide(tx, lapsed);
    after.pendingExtensionId.reset();
}

void TaskRecorder::writeDown(db::Tx& tx, const http::Caller& actor, const Task& task, const ActRecord& record) const {
    const EntityRef entity{"tasks", "task", task.id};
    needs_.timeline.append(tx, actor, entity, "tasks.act." + record.act, record.note, record.detailJson);
    needs_.audit.record(tx, actor, "tasks." + record.act, entity, record.detailJson);
}

void TaskRecorder::index(db::Tx& tx, const Task& task) const {
    search::SearchDocument document;
    document.entity = {"tasks", "task", task.id};
    document.agencyId = task.agencyId;
    document.title = task.title;
    document.subtitle = task.source.symbol;
    document.text = task.content + '\n' + task.source.issuer;
    document.date = task.dueOn.value_or(dayInVietnam(task.createdAt));
    document.link = "/tasks/" + task.id;
    document.accessTokens.push_back("agency-with:" + task.agencyId + ":tasks.read-all");
    for (const auto& post : peopleOf(needs_.directory, task)) {
        document.accessTokens.push_back("post:" + post);
    }
    needs_.search.put(tx, document);
}

void TaskRecorder::refreshPages(db::Tx& tx, const Task& task) const {
    std::vector<std::string> keys{"tasks/task/" + task.id, "tasks/list"};
    if (task.parentId) {
        keys.push_back("tasks/task/" + *task.parentId);
    }
    if (!task.source.isEmpty()) {
        keys.push_back("tasks/source/" + task.source.id);
    }
    needs_.notifications.invalidate(tx, peopleOf(needs_.directory, task), keys);
}

}  // namespace congvu::tasks
