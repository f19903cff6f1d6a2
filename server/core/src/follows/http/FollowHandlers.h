// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "follows/service/Follows.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and what a post follows.
class FollowHandlers {
public:
    explicit FollowHandlers(const Follows& follows) : follows_(follows) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response follow(const http::Request& request) const;
    [[nodiscard]] http::Response unfollow(const http::Request& request) const;

private:
    const Follows& follows_;
};

}  // namespace congvu::core
