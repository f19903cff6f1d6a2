// SPDX-License-Identifier: Apache-2.0
#include "service/WorkArranger.h"

#include "domain/ExpectedWork.h"

#include <algorithm>

namespace congvu::tasks {

namespace {

inbox::Assignee assigneeOf(const ExpectedWorkItem& item) {
    return item.postId.empty() ? inbox::Assignee::unit(item.unitId, "tasks.lead") : inbox::Assignee::post(item.postId);
}

/// The task's deadline binds those who work on it, not the assigner who decides about it.
bool isBoundByDeadline(const ExpectedWorkItem& item) {
    return item.kind == "tasks.accept" || item.kind == "tasks.coop" || item.kind == "tasks.do";
}

bool contains(const std::vector<ExpectedWorkItem>& items, const ExpectedWorkItem& item) {
    return std::ranges::find(items, item) != items.end();
}

inbox::NewWorkItem newItem(const Task& task, const ExpectedWorkItem& expected, const std::string& fromName) {
    inbox::NewWorkItem item;
    item.entity = {"tasks", "task", task.id};
    item.kind = expected.kind;
    item.assignee = assigneeOf(expected);
    item.agencyId = task.agencyId;
    item.title = task.title;
    item.subtitle = task.source.issuer.empty() ? task.source.symbol : task.source.symbol + " · " + task.source.issuer;
    item.fromName = fromName;
    item.urgency = json::nameOf(task.urgency);
    item.dueOn = isBoundByDeadline(expected) ? task.dueOn : std::nullopt;
    item.link = "/tasks/" + task.id;
    return item;
}

}  // namespace

void WorkArranger::arrange(db::Tx& tx, const std::optional<Task>& before, const Task& after, const std::string& fromName) const {
    const auto was = before ? expectedWork(*before) : std::vector<ExpectedWorkItem>{};
    const auto is = expectedWork(after);
    const EntityRef entity{"tasks", "task", after.id};
    for (const auto& item : was) {
        if (!contains(is, item)) {
            inbox_.completeFor(tx, entity, item.kind, assigneeOf(item));
        }
    }
    const bool hasNewDeadline = before && before->dueOn != after.dueOn;
    for (const auto& item : is) {
        if (!contains(was, item)) {
            inbox_.create(tx, newItem(after, item, fromName));
        } else if (hasNewDeadline && isBoundByDeadline(item)) {
            inbox_.reschedule(tx, entity, item.kind, after.dueOn);
        }
    }
}

}  // namespace congvu::tasks
