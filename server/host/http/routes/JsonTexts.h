// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// Writes the member `name` with a list of strings.
inline void writeTexts(json::Writer& out, std::string_view name, const std::vector<std::string>& texts) {
    out.key(name).beginArray();
    for (const auto& text : texts) {
        out.string(text);
    }
    out.endArray();
}

}  // namespace congvu::host
