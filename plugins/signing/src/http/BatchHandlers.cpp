// SPDX-License-Identifier: Apache-2.0
#include "http/BatchHandlers.h"

#include "congvu/error/AppError.h"
#include "http/Messages.h"

namespace congvu::signingdesk {

http::Response BatchHandlers::start(const http::Request& request) {
    return http::Response::json(batches_.start(request.caller(), request.body<SigningAct>()), 202);
}

http::Response BatchHandlers::list(const http::Request& request) {
    return http::Response::json(batches_.list(request.caller(), request.page()));
}

http::Response BatchHandlers::get(const http::Request& request) {
    return http::Response::json(batches_.find(request.caller(), request.path("id")));
}

http::Response BatchHandlers::items(const http::Request& request) {
    const auto state = json::enumFrom<BatchItemState>(request.query("state").value_or("failed"));
    if (!state) {
        throw AppError::invalidField("/state", "unknown-choice");
    }
    return http::Response::json(batches_.items(request.caller(), request.path("id"), *state, request.page()));
}

http::Response BatchHandlers::resume(const http::Request& request) {
    const auto found = batches_.find(request.caller(), request.path("id"));
    return http::Response::json(batches_.resume(request.caller(), found.id, request.body<PinEntry>().pin), 202);
}

http::Response BatchHandlers::stop(const http::Request& request) {
    return http::Response::json(batches_.stop(request.caller(), request.path("id")));
}

}  // namespace congvu::signingdesk
