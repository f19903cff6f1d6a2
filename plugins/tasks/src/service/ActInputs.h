// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Decode.h"

#include <string>
#include <tuple>

namespace congvu::tasks {

/// Input of acts that must say why (return, send back, suspend, cancel).
struct ActReason {
    std::string reason;
};

/// Input of acts that may say something.
struct ActRemark {
    std::string note;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::ActReason> {
    static auto fields() { return std::tuple{field("reason", &congvu::tasks::ActReason::reason).required().maxLength(2000).multiline()}; }
};

template <>
struct congvu::json::Description<congvu::tasks::ActRemark> {
    static auto fields() { return std::tuple{field("note", &congvu::tasks::ActRemark::note).maxLength(2000).multiline()}; }
};
