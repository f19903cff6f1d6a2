// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::tasks {

/// `lapsed`: the task went on (submitted, cancelled …) before anybody decided.
enum class ExtensionState { pending, granted, refused, lapsed };

/// A request to move the deadline (gia hạn). They are numbered from 1 for each task.
struct Extension {
    std::string id;
    std::string taskId;
    int number = 0;
    Date oldDueOn;
    Date newDueOn;  ///< asked for
    std::string reason;
    ExtensionState state = ExtensionState::pending;
    std::string requestedByPostId;
    std::string requestedByName;
    Timestamp requestedAt;
    std::optional<std::string> decidedByName;
    std::optional<Timestamp> decidedAt;
    std::string decisionNote;
    std::optional<Date> grantedDueOn;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::ExtensionState> {
    using State = congvu::tasks::ExtensionState;
    static constexpr std::array values{
        std::pair{State::pending, std::string_view{"pending"}}, std::pair{State::granted, std::string_view{"granted"}},
        std::pair{State::refused, std::string_view{"refused"}}, std::pair{State::lapsed, std::string_view{"lapsed"}}};
};

template <>
struct congvu::json::Description<congvu::tasks::Extension> {
    static auto fields() {
        using Extension = congvu::tasks::Extension;
        return std::tuple{field("id", &Extension::id),
                          field("number", &Extension::number),
                          field("oldDueOn", &Extension::oldDueOn),
                          field("newDueOn", &Extension::newDueOn),
                          field("reason", &Extension::reason),
                          field("state", &Extension::state),
                          field("requestedByName", &Extension::requestedByName),
                          field("requestedAt", &Extension::requestedAt),
                          field("decidedByName", &Extension::decidedByName),
                          field("decidedAt", &Extension::decidedAt),
                          field("decisionNote", &Extension::decisionNote),
                          field("grantedDueOn", &Extension::grantedDueOn)};
    }
};
