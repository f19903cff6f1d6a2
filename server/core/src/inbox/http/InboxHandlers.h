// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inbox/service/ReadInbox.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and the inbox.
class InboxHandlers {
public:
    explicit InboxHandlers(ReadInbox& inbox) : inbox_(inbox) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response counters(const http::Request& request) const;
    [[nodiscard]] http::Response markRead(const http::Request& request) const;

private:
    ReadInbox& inbox_;
};

}  // namespace congvu::core
