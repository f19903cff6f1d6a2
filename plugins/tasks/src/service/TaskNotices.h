// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "congvu/notifications/Notifications.h"
#include "domain/Task.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// Short messages about a task that are not work items ("the result was accepted"). The text is "tasks.notify.<what>" of the locale
/// files with {title}, {person}, {note} and {date}.
class TaskNotices {
public:
    TaskNotices(notifications::Notifications& notifications, const directory::Directory& directory)
        : notifications_(notifications), directory_(directory) {}

    /// To whoever works on the task now.
    void toHolders(db::Tx& tx, const Task& task, std::string_view what, const MessageParams& params) const;
    void toPosts(db::Tx& tx, const Task& task, const std::vector<std::string>& postIds, std::string_view what,
                 const MessageParams& params) const;

private:
    notifications::Notifications& notifications_;
    const directory::Directory& directory_;
};

}  // namespace congvu::tasks
