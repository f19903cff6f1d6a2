// SPDX-License-Identifier: Apache-2.0
#include "service/AcceptResult.h"

#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void AcceptResult::run(const ActTarget& target, const ResultAcceptance& input) {
    db_.write([&](db::Tx& tx) {
        const auto task = taskForAct(tx, target, TaskAct::acceptResult);
        if (task.kind == TaskKind::lead && input.endCooperation) {
            endCooperation(tx, target.caller, task);
        }
        accept(tx, target.caller, task, input.note);
    });
}

void AcceptResult::accept(db::Tx& tx, const http::Caller& actor, const Task& task, const std::string& note) const {
    Task after = task;
    after.state = TaskState::done;
    after.percent = 100;
    recorder_.changed(tx, actor, task, after, {"accept-result", note, "{}"});
    notices_.toHolders(tx, after, "result-accepted", {{"person", actor.personName}, {"note", note}});
}

void AcceptResult::endCooperation(db::Tx& tx, const http::Caller& actor, const Task& lead) const {
    for (const auto& child : TaskRepository::children(tx, lead.id, viewerOf(actor))) {
        if (child.task.kind != TaskKind::coop || !isOpen(child.task.state)) {
            continue;
        }
        if (child.task.state == TaskState::submitted) {
            accept(tx, actor, child.task, "");
        } else {
            cancel_.cancelWithChildren(tx, actor, child.task, "");
        }
    }
}

}  // namespace congvu::tasks
