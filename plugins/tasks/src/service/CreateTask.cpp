// SPDX-License-Identifier: Apache-2.0
#include "service/CreateTask.h"

#include "congvu/ids/Id.h"
#include "congvu/ports/DocumentDirectory.h"
#include "service/TaskMaking.h"
#include "storage/FieldRepository.h"

namespace congvu::tasks {

namespace {

void checkDeadline(const std::optional<Date>& dueOn, const Date& today, const std::string& pointer, std::vector<FieldError>& errors) {
    if (dueOn && *dueOn < today) {
        errors.push_back({pointer, "tasks.deadline-in-past", {}});
    }
}

Task cooperationOf(const Task& lead, const NewCooperation& input, const TaskTarget& target) {
    Task task = lead;
    task.id = newId();
    task.kind = TaskKind::coop;
    task.parentId = lead.id;
    task.unitId = target.unitId;
    task.leadPostId = target.postId;
    task.dueOn = input.dueOn;
    task.originalDueOn = input.dueOn;
    task.reviewPostId = lead.leadPostId;
    task.reviewUnitId = lead.leadPostId ? std::nullopt : std::optional{lead.unitId};
    if (!input.note.empty()) {
        task.content = input.note;
    }
    return task;
}

}  // namespace

std::string CreateTask::run(const http::Caller& caller, const NewTask& input) {
    std::vector<TaskTarget> cooperation;
    const auto target = check(caller, input, cooperation);
    return needs_.db.write([&](db::Tx& tx) {
        auto lead = make(caller, input, target);
        lead.field = FieldRepository::settle(tx, caller.agencyId, input.field);
        lead.source = findSource(tx, caller, input);
        needs_.recorder.created(tx, caller, lead);
        for (std::size_t index = 0; index < cooperation.size(); ++index) {
            needs_.recorder.created(tx, caller, cooperationOf(lead, input.cooperation[index], cooperation[index]));
        }
        return lead.id;
    });
}

std::string CreateTask::runBelow(const ActTarget& parentTarget, const NewTask& input) {
    if (!input.cooperation.empty() || input.sourceDocumentId) {
        throw AppError::invalidField(input.sourceDocumentId ? "/sourceDocumentId" : "/cooperation", "tasks.not-for-subtasks");
    }
    std::vector<TaskTarget> none;
    const auto target = check(parentTarget.caller, input, none);
    return needs_.db.write([&](db::Tx& tx) {
        const auto parent = taskForAct(tx, parentTarget, TaskAct::addSubtask);
        if (!needs_.targets.isBelow(target.unitId, parent.unitId)) {
            throw AppError::invalidField(target.postId ? "/postId" : "/unitId", "tasks.handler-not-in-unit");
        }
        if (parent.dueOn && (!input.dueOn || *parent.dueOn < *input.dueOn)) {
            throw AppError::invalidField("/dueOn", "tasks.deadline-after-parent", {{"date", parent.dueOn->toDisplay()}});
        }
        auto task = make(parentTarget.caller, input, target);
        task.kind = TaskKind::subtask;
        task.parentId = parent.id;
        task.source = parent.source;
        task.origin = parent.origin;
        task.field = input.field.empty() ? parent.field : FieldRepository::settle(tx, parent.agencyId, input.field);
        needs_.recorder.created(tx, parentTarget.caller, task);
        return task.id;
    });
}

TaskTarget CreateTask::check(const http::Caller& caller, const NewTask& input, std::vector<TaskTarget>& cooperation) const {
    std::vector<FieldError> errors;
    const auto today = needs_.clock.today();
    auto target = needs_.targets.resolve(caller, input.unitId, input.postId, "", errors);
    checkDeadline(input.dueOn, today, "/dueOn", errors);
    if (input.leaderPostId && !needs_.targets.isPostOf(*input.leaderPostId, caller.agencyId)) {
        errors.push_back({"/leaderPostId", "tasks.unknown-post", {}});
    }
    for (std::size_t index = 0; index < input.cooperation.size(); ++index) {
        const auto& coop = input.cooperation[index];
        const auto pointer = "/cooperation/" + std::to_string(index);
        cooperation.push_back(needs_.targets.resolve(caller, coop.unitId, coop.postId, pointer, errors));
        checkDeadline(coop.dueOn, today, pointer + "/dueOn", errors);
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    return target;
}

TaskSource CreateTask::findSource(db::Reader& reader, const http::Caller& caller, const NewTask& input) const {
    if (!input.sourceDocumentId) {
        return {};
    }
    const auto documents = needs_.ports.find<ports::DocumentDirectory>();
    const auto document = documents ? documents->find(reader, caller, *input.sourceDocumentId) : std::nullopt;
    if (!document) {
        throw AppError::invalidField("/sourceDocumentId", "tasks.unknown-document");
    }
    return {document->entity.plugin, document->entity.type, document->entity.id, document->numberAndSymbol, document->issuerName};
}

Task CreateTask::make(const http::Caller& caller, const NewTask& input, const TaskTarget& target) const {
    auto task = makeTask(caller, target, input.title, input.dueOn, needs_.clock.now());
    task.content = input.content;
    task.urgency = input.urgency;
    task.leaderPostId = input.leaderPostId.value_or(caller.postId);
    return task;
}

}  // namespace congvu::tasks
