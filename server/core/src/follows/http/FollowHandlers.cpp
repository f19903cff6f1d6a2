// SPDX-License-Identifier: Apache-2.0
#include "follows/http/FollowHandlers.h"

#include "entities/http/EntityPath.h"

namespace congvu::core {

http::Response FollowHandlers::list(const http::Request& request) const {
    return http::Response::json(follows_.page(request.caller(), request.page()));
}

http::Response FollowHandlers::follow(const http::Request& request) const {
    follows_.follow(request.caller(), entityOfPath(request));
    return http::Response::noContent();
}

http::Response FollowHandlers::unfollow(const http::Request& request) const {
    follows_.unfollow(request.caller(), entityOfPath(request));
    return http::Response::noContent();
}

}  // namespace congvu::core
