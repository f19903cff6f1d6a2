// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"

#include <cstdint>
#include <optional>

namespace congvu::core {

/// The version of If-Match where the header may be left out.
inline std::optional<std::int64_t> optionalVersion(const http::Request& request) {
    return request.header("If-Match") ? std::optional{request.expectedVersion()} : std::nullopt;
}

}  // namespace congvu::core
