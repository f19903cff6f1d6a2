// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/TaskRights.h"
#include "domain/Timeliness.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::tasks {

/// Which tasks a list is about, as seen from the viewer's post.
enum class TaskScope {
    visible,  ///< everything the viewer may see
    mine,     ///< I handle them
    unit,     ///< my unit answers for them
    given,    ///< I gave them
};

enum class TaskOrder { dueFirst, dueLast };

/// What a list of tasks is narrowed to. All parts hold together.
struct TaskFilter {
    TaskScope scope = TaskScope::visible;
    TaskOrder order = TaskOrder::dueFirst;
    std::optional<bool> isOpen;
    std::optional<TaskState> state;
    std::optional<TaskStage> stage;
    std::optional<Timeliness> timeliness;  ///< inTerm holds dueSoon, as in FourCounters
    std::optional<TaskKind> kind;
    std::optional<std::string> unitId;  ///< several with commas between
    bool isCounted = false;             ///< without returned and cancelled ones, as reports and statistics count
    std::optional<std::string> handlerPostId;
    std::optional<std::string> leaderPostId;
    std::optional<std::string> field;  ///< in the agency's spelling; "" are the tasks without one
    std::optional<TaskOrigin> origin;
    std::optional<Date> givenFrom;   ///< by the day the task was given, in Viet Nam
    std::optional<Date> givenUntil;  ///< that day included
    std::optional<Date> dueFrom;
    std::optional<Date> dueUntil;
    std::string foldedText;   ///< every word must occur; folded (text::fold)
    std::string markerId;     ///< only what stands under this marker; empty for all. Reports do not ask it
    std::string markerOwner;  ///< the person whose marker it is
};

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::TaskScope> {
    using Scope = congvu::tasks::TaskScope;
    static constexpr std::array values{std::pair{Scope::visible, std::string_view{"visible"}},
                                       std::pair{Scope::mine, std::string_view{"mine"}}, std::pair{Scope::unit, std::string_view{"unit"}},
                                       std::pair{Scope::given, std::string_view{"given"}}};
};

template <>
struct congvu::json::EnumNames<congvu::tasks::TaskOrder> {
    using Order = congvu::tasks::TaskOrder;
    static constexpr std::array values{std::pair{Order::dueFirst, std::string_view{"due"}},
                                       std::pair{Order::dueLast, std::string_view{"-due"}}};
};
