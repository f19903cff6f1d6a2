// SPDX-License-Identifier: Apache-2.0
#include "http/PublicHandlers.h"

#include "congvu/error/AppError.h"

namespace congvu::signingdesk {

http::Response PublicHandlers::verify(const http::Request& request) {
    if (request.uploads().size() != 1) {
        throw AppError::invalidField("/file", "signing.one-file");
    }
    return http::Response::text(verification_.verify(request.uploads().front().path).json, "application/json");
}

http::Response PublicHandlers::check(const http::Request& request) {
    return http::Response::json(checks_.byCode(request.path("code")));
}

}  // namespace congvu::signingdesk
