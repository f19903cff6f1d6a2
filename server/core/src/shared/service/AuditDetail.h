// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Writer.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::core {

/// The facts of an audit row as JSON: {"name": "…"}.
inline std::string auditDetail(std::initializer_list<std::pair<std::string_view, std::string>> facts) {
    json::Writer out;
    out.beginObject();
    for (const auto& [name, value] : facts) {
        out.key(name).string(value);
    }
    out.endObject();
    return out.take();
}

}  // namespace congvu::core
