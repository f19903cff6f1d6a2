// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inbox/service/InboxService.h"
#include "inbox/service/ReadInbox.h"

namespace congvu::core {

/// Tells assignees once that a deadline is near and once that it has passed. An item whose plugin is off there is left for the day it
/// is on again.
class DeadlineReminder {
public:
    DeadlineReminder(db::Db& db, const InboxService& inbox, const ReadInbox& reading, const DirectoryService& directory,
                     NotificationService& notifications)
        : db_(db), inbox_(inbox), reading_(reading), directory_(directory), notifications_(notifications) {}

    /// How many items it reminded of.
    int run();

private:
    [[nodiscard]] bool remind(const WorkItem& item, std::string_view state);

    db::Db& db_;
    const InboxService& inbox_;
    const ReadInbox& reading_;
    const DirectoryService& directory_;
    NotificationService& notifications_;
    WorkItemRepository items_;
};

}  // namespace congvu::core
