// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// One urging (đôn đốc) of those who work on a task.
struct Urging {
    std::string id;
    std::string taskId;
    Timestamp urgedAt;
    std::string personName;  ///< empty when a rule urged
    std::string note;
    std::optional<std::int64_t> daysAfterDue;  ///< by rule: working days after the deadline, negative before it
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::Urging> {
    static auto fields() {
        using Urging = congvu::tasks::Urging;
        return std::tuple{field("id", &Urging::id), field("urgedAt", &Urging::urgedAt), field("personName", &Urging::personName),
                          field("note", &Urging::note), field("daysAfterDue", &Urging::daysAfterDue)};
    }
};
