// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::tasks {

/// What part a task has in the work it belongs to.
enum class TaskKind {
    lead,     ///< chủ trì: answers for the whole
    coop,     ///< phối hợp: helps a lead task, which is its parent
    subtask,  ///< a piece that the unit gives to its own people; its parent is the unit's task
};

/// Mức độ khẩn of the document or of the task itself.
enum class Urgency { normal, urgent, veryUrgent, flash };

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::TaskKind> {
    using Kind = congvu::tasks::TaskKind;
    static constexpr std::array values{std::pair{Kind::lead, std::string_view{"lead"}}, std::pair{Kind::coop, std::string_view{"coop"}},
                                       std::pair{Kind::subtask, std::string_view{"subtask"}}};
};

template <>
struct congvu::json::EnumNames<congvu::tasks::Urgency> {
    using Urgency = congvu::tasks::Urgency;
    static constexpr std::array values{
        std::pair{Urgency::normal, std::string_view{"normal"}}, std::pair{Urgency::urgent, std::string_view{"urgent"}},
        std::pair{Urgency::veryUrgent, std::string_view{"very_urgent"}}, std::pair{Urgency::flash, std::string_view{"flash"}}};
};
