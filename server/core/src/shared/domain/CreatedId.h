// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <string>
#include <tuple>

namespace congvu::core {

/// Answer to a POST that made something.
struct CreatedId {
    std::string id;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::CreatedId> {
    static auto fields() { return std::tuple{field("id", &congvu::core::CreatedId::id)}; }
};
