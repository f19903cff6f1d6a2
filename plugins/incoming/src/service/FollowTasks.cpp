// SPDX-License-Identifier: Apache-2.0
#include "service/FollowTasks.h"

#include "domain/Links.h"

namespace congvu::incoming {

namespace {

bool isOurDocument(const TaskSource& source) {
    return source.plugin == "incoming" && source.type == "document";
}

}  // namespace

void FollowTasks::progress(const SourceProgress& progress) const {
    if (!isOurDocument(progress.source)) {
        return;
    }
    needs_.db.write([&](db::Tx& tx) {
        auto document = documents_.find(tx, progress.source.id);
        // Without a direction in force the news is about tasks of a withdrawn one.
        if (document && document->directionId) {
            apply(tx, *document, progress);
        }
    });
}

void FollowTasks::apply(db::Tx& tx, IncomingDocument& document, const SourceProgress& progress) const {
    const auto before = document.state;
    const auto actor = History::system(document.agencyId);
    const auto total = progress.total - progress.cancelled;
    const bool isEverythingDone = progress.allDone && progress.done > 0;
    const bool isUnchanged = document.tasksTotal == total && document.tasksDone == progress.done;
    document.tasksTotal = total;
    document.tasksDone = progress.done;
    if (isEverythingDone && stateAfter(before, DocumentAct::finish)) {
        needs_.sender.tellForDocument(tx, actor, document, status::kInWork);
        needs_.close.complete(tx, actor, document, DocumentAct::finish, {});
        return;
    }
    if (!isEverythingDone && before == DocumentState::completed && total > progress.done) {
        DocumentChanges::move(document, DocumentAct::resume);
        document.closedAt.reset();
        needs_.history.note(tx, actor, documentRef(document.id), "resumed");
    } else if (progress.anyStarted && before == DocumentState::directed) {
        DocumentChanges::move(document, DocumentAct::start);
        needs_.history.note(tx, actor, documentRef(document.id), "started");
        needs_.sender.tellForDocument(tx, actor, document, status::kInWork);
    }
    if (!isUnchanged || before != document.state) {
        needs_.changes.save(tx, document, before);
    }
}

void FollowTasks::taskCreated(const TaskCreated& task) const {
    if (!task.source || !isOurDocument(*task.source)) {
        return;
    }
    needs_.db.write([&](db::Tx& tx) {
        const auto document = documents_.find(tx, task.source->id);
        if (!document || !document->directionId) {
            return;
        }
        if (task.unitId) {
            access_.grant(tx, document->id, "unit:" + *task.unitId, DocumentAccess::kDirection);
        }
        if (task.leadPostId) {
            access_.grant(tx, document->id, "post:" + *task.leadPostId, DocumentAccess::kDirection);
        }
        needs_.search.put(tx, *document);
    });
}

}  // namespace congvu::incoming
