// SPDX-License-Identifier: Apache-2.0
#include "search/http/SearchHandlers.h"

namespace congvu::core {

http::Response SearchHandlers::find(const http::Request& request) const {
    return http::Response::json(search_.find(request.caller(), request.query("q").value_or(""), request.query("plugin").value_or(""),
                                             request.query("type").value_or(""), request.page()));
}

}  // namespace congvu::core
