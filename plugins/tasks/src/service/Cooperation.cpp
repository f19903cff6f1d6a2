// SPDX-License-Identifier: Apache-2.0
#include "service/Cooperation.h"

#include "service/Viewing.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

void reportToNewLead(db::Tx& tx, const TaskRecorder& recorder, const http::Caller& actor, const Task& lead) {
    for (const auto& child : TaskRepository::children(tx, lead.id, viewerOf(actor))) {
        if (child.task.kind != TaskKind::coop || !isOpen(child.task.state)) {
            continue;
        }
        Task after = child.task;
        after.reviewPostId = lead.leadPostId;
        after.reviewUnitId = lead.leadPostId ? std::nullopt : std::optional{lead.unitId};
        recorder.changed(tx, actor, child.task, after, {"lead-changed", "", "{}"});
    }
}

}  // namespace congvu::tasks
