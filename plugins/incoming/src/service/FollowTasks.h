// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ReceivedEvents.h"
#include "service/CloseDocument.h"
#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/History.h"
#include "service/SenderNotice.h"

#include "congvu/db/Db.h"

namespace congvu::incoming {

/// Lets a document follow the tasks that its direction made: directed → in work → completed, and back when a result is sent back. Safe to
/// call again with the same facts.
class FollowTasks {
public:
    struct Needs {
        db::Db& db;
        const DocumentChanges& changes;
        const DocumentSearch& search;
        const SenderNotice& sender;
        const History& history;
        const CloseDocument& close;
    };
    explicit FollowTasks(const Needs& needs) : needs_(needs) {}

    void progress(const SourceProgress& progress) const;
    /// Whoever gets a task made from a document may see the document.
    void taskCreated(const TaskCreated& task) const;

private:
    void apply(db::Tx& tx, IncomingDocument& document, const SourceProgress& progress) const;

    Needs needs_;
    DocumentRepository documents_;
    DocumentAccess access_;
};

}  // namespace congvu::incoming
