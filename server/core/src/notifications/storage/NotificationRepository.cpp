// SPDX-License-Identifier: Apache-2.0
#include "notifications/storage/NotificationRepository.h"

#include "shared/storage/Conditions.h"

namespace congvu::core {

void NotificationRepository::insert(db::Tx& tx, const StoredNotification& notification, const EntityRef& about) const {
    tx.execute(R"(
        INSERT INTO core_notification (id, post_id, plugin, entity_type, entity_id, message_id, params, link, created_at, read_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL))",
               {notification.id, notification.postId, about.plugin, about.type, about.id, notification.messageId,
                paramsToJson(notification.params), notification.link, notification.createdAt});
}

db::Page<StoredNotification> NotificationRepository::list(db::Reader& reader, std::string_view postId,
                                                          const std::vector<std::string>& plugins, const db::PageRequest& page) const {
    Conditions where;
    where.add("post_id =", postId).addIn("plugin", plugins);
    const auto before = page.cursor.empty() ? std::vector<std::string>{} : db::unpackCursor(page.cursor, 1);
    if (!before.empty()) {
        where.add("id <", before[0]);
    }
    const auto limit = where.bind(page.limit + 1);
    auto items =
        reader.list("SELECT id, post_id, plugin, message_id, params, link, created_at, read_at FROM core_notification WHERE TRUE" +
                        where.text() + " ORDER BY id DESC LIMIT " + limit,
                    where.params(), [](const db::Row& row) {
                        return StoredNotification{row.string(0), row.string(1), row.string(2), row.string(3), paramsFromJson(row.text(4)),
                                                  row.string(5), row.time(6),   !row.isNull(7)};
                    });
    return db::makePage(std::move(items), page, [](const StoredNotification& item) { return std::vector{item.id}; });
}

std::int64_t NotificationRepository::unread(db::Reader& reader, std::string_view postId, const std::vector<std::string>& plugins) const {
    Conditions where;
    where.add("post_id =", postId).addIn("plugin", plugins);
    const auto cap = where.bind(db::kTotalCap);
    return reader
        .one("SELECT count(*) FROM (SELECT 1 FROM core_notification WHERE read_at IS NULL" + where.text() + " LIMIT " + cap + ") AS some",
             where.params(), [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void NotificationRepository::markRead(db::Tx& tx, std::string_view postId, const std::vector<std::string>& plugins,
                                      const std::vector<std::string>& ids, Timestamp at) const {
    Conditions where;
    const auto moment = where.bind(at);
    where.add("post_id =", postId).addIn("plugin", plugins);
    if (!ids.empty()) {
        where.addIn("id", ids);
    }
    tx.execute("UPDATE core_notification SET read_at = " + moment + " WHERE read_at IS NULL" + where.text(), where.params());
}

}  // namespace congvu::core
