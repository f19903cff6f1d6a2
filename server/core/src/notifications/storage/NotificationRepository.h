// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notifications/domain/NotificationItem.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"

#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of notifications.
class NotificationRepository {
public:
    void insert(db::Tx& tx, const StoredNotification& notification, const EntityRef& about) const;
    /// Newest first, of these plugins only.
    [[nodiscard]] db::Page<StoredNotification> list(db::Reader& reader, std::string_view postId, const std::vector<std::string>& plugins,
                                                    const db::PageRequest& page) const;
    /// Capped at db::kTotalCap.
    [[nodiscard]] std::int64_t unread(db::Reader& reader, std::string_view postId, const std::vector<std::string>& plugins) const;
    /// Of these plugins only. Empty ids: all of the post.
    void markRead(db::Tx& tx, std::string_view postId, const std::vector<std::string>& plugins, const std::vector<std::string>& ids,
                  Timestamp at) const;
};

}  // namespace congvu::core
