// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"
#include "domain/Task.h"
#include "service/DayReckoner.h"

#include <string_view>

namespace congvu::tasks {

/// Publishes what other plugins must know of a task, in the transaction that changes it.
class TaskAnnouncer {
public:
    TaskAnnouncer(events::Events& events, const DayReckoner& days) : events_(events), days_(days) {}

    /// tasks.task-created.v1, and the progress of its source.
    void created(db::Tx& tx, const Task& task, std::string_view actorPostId) const;
    /// tasks.task-state-changed.v1, and the progress of its source; nothing when the state is the same.
    void changed(db::Tx& tx, const Task& before, const Task& after, std::string_view actorPostId) const;

private:
    void sourceProgress(db::Tx& tx, const Task& task, std::string_view actorPostId) const;

    events::Events& events_;
    const DayReckoner& days_;
};

}  // namespace congvu::tasks
