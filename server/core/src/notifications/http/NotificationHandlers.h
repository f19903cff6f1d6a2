// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notifications/service/NotificationService.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and notifications.
class NotificationHandlers {
public:
    explicit NotificationHandlers(NotificationService& notifications) : notifications_(notifications) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response markRead(const http::Request& request) const;

private:
    NotificationService& notifications_;
};

}  // namespace congvu::core
