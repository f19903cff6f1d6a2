// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inbox/service/AssigneeKeys.h"
#include "inbox/storage/WorkCounterRepository.h"
#include "inbox/storage/WorkItemRepository.h"
#include "live/service/LivePush.h"
#include "mandates/service/MandateService.h"
#include "notifications/service/NotificationService.h"
#include "organisation/service/DirectoryService.h"

#include "congvu/inbox/Inbox.h"

#include <vector>

namespace congvu::core {

/// Creates, completes and moves work items in the caller's transaction, with counters, notification and live badges.
class InboxService final : public inbox::Inbox {
public:
    InboxService(AssigneeKeys& keys, const DirectoryService& directory, const MandateService& mandates, NotificationService& notifications,
                 LivePush& push, const Clock& clock)
        : keys_(keys), directory_(directory), mandates_(mandates), notifications_(notifications), push_(push), clock_(clock) {}

    std::string create(db::Tx& tx, const inbox::NewWorkItem& item) override;
    int complete(db::Tx& tx, const EntityRef& entity, std::string_view kind) override;
    int completeFor(db::Tx& tx, const EntityRef& entity, std::string_view kind, const inbox::Assignee& assignee) override;
    void reschedule(db::Tx& tx, const EntityRef& entity, std::string_view kind, std::optional<Date> dueOn) override;

    /// Posts that see the items of an assignee.
    [[nodiscard]] std::vector<std::string> postsOf(const inbox::Assignee& assignee) const;

private:
    int finish(db::Tx& tx, const std::vector<WorkItem>& items);
    /// Posts that may answer the item by a mandate now.
    [[nodiscard]] std::vector<std::string> substitutesOf(const WorkItem& item) const;
    void notify(db::Tx& tx, const WorkItem& item, const std::vector<std::string>& posts, std::string_view messageId,
                const std::string& link);
    void tell(db::Tx& tx, const WorkItem& item, std::vector<std::string> posts);

    AssigneeKeys& keys_;
    const DirectoryService& directory_;
    const MandateService& mandates_;
    NotificationService& notifications_;
    LivePush& push_;
    const Clock& clock_;
    WorkItemRepository items_;
    WorkCounterRepository counters_;
};

}  // namespace congvu::core
