// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Writer.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// A list of words as one fact of a detail: "clerk, head".
inline std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text.append(text.empty() ? "" : ", ").append(word);
    }
    return text;
}

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
