// SPDX-License-Identifier: Apache-2.0
#include "notifications/http/NotificationHandlers.h"

namespace congvu::core {

http::Response NotificationHandlers::list(const http::Request& request) const {
    return http::Response::json(notifications_.list(request.caller(), request.page()));
}

http::Response NotificationHandlers::markRead(const http::Request& request) const {
    notifications_.markRead(request.caller(), request.body<NotificationsReadInput>().ids);
    return http::Response::noContent();
}

}  // namespace congvu::core
