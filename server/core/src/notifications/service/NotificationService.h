// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "live/service/LivePush.h"
#include "notifications/storage/NotificationRepository.h"
#include "organisation/service/DirectoryService.h"

#include "congvu/core/Core.h"
#include "congvu/db/Db.h"
#include "congvu/notifications/Notifications.h"

#include <vector>

namespace congvu::core {

/// Stores short messages with the business change and shows them at once. They are put into words in the reader's language when they
/// are read. Who acts for another by a mandate goes on reading the news of his own post: the giver's stay unread for the giver.
/// A parameter whose name begins with "@" is itself a message id: {"@kind", "work.incoming.direct"} becomes {kind}.
class NotificationService final : public notifications::Notifications {
public:
    NotificationService(db::Db& db, const OrganisationStore& organisation, const DirectoryService& directory, const Catalogue& catalogue,
                        LivePush& push, const Clock& clock)
        : db_(db), organisation_(organisation), directory_(directory), catalogue_(catalogue), push_(push), clock_(clock) {}

    void send(db::Tx& tx, const notifications::Notification& notification) override;
    void invalidate(db::Tx& tx, const std::vector<std::string>& postIds, const std::vector<std::string>& keys) override;
    void invalidateHolders(db::Tx& tx, std::string_view agencyId, std::string_view permission,
                           const std::vector<std::string>& keys) override;

    [[nodiscard]] db::Page<NotificationItem> list(const http::Caller& caller, const db::PageRequest& page) const;
    [[nodiscard]] std::int64_t unread(db::Reader& reader, const http::Caller& caller) const;
    void markRead(const http::Caller& caller, const std::vector<std::string>& ids);

private:
    [[nodiscard]] std::vector<std::string> visiblePlugins(const http::Caller& caller) const;
    [[nodiscard]] NotificationItem inWords(const StoredNotification& stored, std::string_view locale) const;
    void show(LiveSink& sink, const StoredNotification& stored) const;

    db::Db& db_;
    const OrganisationStore& organisation_;
    const DirectoryService& directory_;
    const Catalogue& catalogue_;
    LivePush& push_;
    const Clock& clock_;
    NotificationRepository repository_;
};

}  // namespace congvu::core
