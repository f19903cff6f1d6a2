// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/directory/Directory.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/search/SearchIndex.h"
#include "congvu/time/Clock.h"
#include "service/TaskAnnouncer.h"
#include "service/WorkArranger.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// What an act left behind besides the new task: shown in the timeline, kept in the audit log.
struct ActRecord {
    std::string act;                ///< "accept" → timeline "tasks.act.accept", audit "tasks.accept"
    std::string note;               ///< words of the actor; timeline only, the audit log holds no content
    std::string detailJson = "{}";  ///< facts for the message
};

/// Stores a new or changed task together with everything that must hold in the same transaction: access, counters, work items,
/// timeline, audit, events, search and the refresh of open pages. Use cases decide, this writes down.
class TaskRecorder {
public:
    struct Needs {
        inbox::Timeline& timeline;
        audit::Audit& audit;
        search::SearchIndex& search;
        notifications::Notifications& notifications;
        const directory::Directory& directory;
        const Clock& clock;
        const TaskAnnouncer& announcer;
        const WorkArranger& work;
    };
    explicit TaskRecorder(const Needs& needs) : needs_(needs) {}

    /// False, with nothing written, when the assignment of that direction has a task already.
    bool created(db::Tx& tx, const http::Caller& actor, const Task& task) const;
    /// Sets version, updatedAt and closedAt of `after`. AppError stale when somebody else changed the task meanwhile. A request for
    /// extension that still waits lapses when the task is submitted, returned, suspended or cancelled.
    void changed(db::Tx& tx, const http::Caller& actor, const Task& before, Task& after, const ActRecord& record) const;

private:
    void lapseExtension(db::Tx& tx, Task& after) const;
    void writeDown(db::Tx& tx, const http::Caller& actor, const Task& task, const ActRecord& record) const;
    void index(db::Tx& tx, const Task& task) const;
    void refreshPages(db::Tx& tx, const Task& task) const;

    Needs needs_;
};

}  // namespace congvu::tasks
