// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/ids/Id.h"

#include <string>

namespace congvu::core {

/// The entity that a path of the form …/{plugin}/{type}/{id} names.
inline EntityRef entityOfPath(const http::Request& request) {
    return {std::string{request.path("plugin")}, std::string{request.path("type")}, std::string{request.path("id")}};
}

}  // namespace congvu::core
