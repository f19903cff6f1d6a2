// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Writer.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>

namespace congvu::tasks {

/// Facts for the timeline: {"from": old deadline or null, "to": new deadline or null}.
[[nodiscard]] inline std::string deadlineChange(const std::optional<Date>& from, const std::optional<Date>& to) {
    json::Writer out;
    const auto write = [&out](std::string_view name, const std::optional<Date>& day) {
        out.key(name);
        if (day) {
            out.string(day->toString());
        } else {
            out.null();
        }
    };
    out.beginObject();
    write("from", from);
    write("to", to);
    out.endObject();
    return out.take();
}

}  // namespace congvu::tasks
