// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/error/AppError.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// A stored notification, before it is put into words.
struct StoredNotification {
    std::string id;
    std::string postId;
    std::string plugin;
    std::string messageId;
    MessageParams params;
    std::string link;
    Timestamp createdAt;
    bool isRead = false;
};

/// One line of GET /notifications and the data of the event "notify".
struct NotificationItem {
    std::string id;
    std::string title;
    std::string text;
    std::string link;
    Timestamp createdAt;
    bool read = false;
};

/// Body of POST /notifications/read; an empty list means all.
struct NotificationsReadInput {
    std::vector<std::string> ids;
};

/// Message parameters as one JSON object, and back.
std::string paramsToJson(const MessageParams& params);
MessageParams paramsFromJson(std::string_view json);

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::NotificationItem> {
    static auto fields() {
        using Item = congvu::core::NotificationItem;
        return std::tuple{field("id", &Item::id),     field("title", &Item::title),         field("text", &Item::text),
                          field("link", &Item::link), field("createdAt", &Item::createdAt), field("read", &Item::read)};
    }
};
template <>
struct congvu::json::Description<congvu::core::NotificationsReadInput> {
    static auto fields() { return std::tuple{field("ids", &congvu::core::NotificationsReadInput::ids).maxLength(500)}; }
};
