// SPDX-License-Identifier: Apache-2.0
#include "registers/http/RegisterHandlers.h"

#include "shared/http/QueryYear.h"

namespace congvu::core {

http::Response RegisterHandlers::list(const http::Request& request) const {
    return http::Response::json(registers_.list(request.caller(), queryYear(request), request.page()));
}

http::Response RegisterHandlers::numbers(const http::Request& request) const {
    return http::Response::json(registers_.numbers(request.caller(), request.path("id"), request.page()));
}

}  // namespace congvu::core
