// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::incoming {

/// Chủ trì (lead) or phối hợp (co-operating).
enum class AssignmentKind { lead, coop };

/// One unit or post that a direction puts to work. Exactly one of unitId and postId is set.
struct Assignment {
    std::string id;
    AssignmentKind kind = AssignmentKind::coop;
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::string name;  ///< of the unit or person at that time
    std::optional<Date> dueOn;
    std::string note;
};

/// A leader's written decision (ý kiến chỉ đạo, bút phê).
struct Direction {
    std::string id;
    std::string postId;
    std::string postTitle;
    std::string personName;
    std::string opinion;
    Timestamp givenAt;
    std::optional<Timestamp> withdrawnAt;
    std::string withdrawalReason;
    std::vector<Assignment> assignments;
};

/// What the leader sends.
struct NewAssignment {
    AssignmentKind kind = AssignmentKind::coop;
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::optional<Date> dueOn;
    std::string note;
};
struct NewDirection {
    std::string opinion;
    std::vector<NewAssignment> assignments;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::AssignmentKind> {
    using Kind = congvu::incoming::AssignmentKind;
    static constexpr std::array values{std::pair{Kind::lead, std::string_view{"lead"}}, std::pair{Kind::coop, std::string_view{"coop"}}};
};

template <>
struct congvu::json::Description<congvu::incoming::Assignment> {
    static auto fields() {
        using Assignment = congvu::incoming::Assignment;
        return std::tuple{field("id", &Assignment::id),         field("kind", &Assignment::kind), field("unitId", &Assignment::unitId),
                          field("postId", &Assignment::postId), field("name", &Assignment::name), field("dueOn", &Assignment::dueOn),
                          field("note", &Assignment::note)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::Direction> {
    static auto fields() {
        using Direction = congvu::incoming::Direction;
        return std::tuple{field("id", &Direction::id),
                          field("postId", &Direction::postId),
                          field("postTitle", &Direction::postTitle),
                          field("personName", &Direction::personName),
                          field("opinion", &Direction::opinion),
                          field("givenAt", &Direction::givenAt),
                          field("withdrawnAt", &Direction::withdrawnAt),
                          field("withdrawalReason", &Direction::withdrawalReason),
                          field("assignments", &Direction::assignments)};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::NewAssignment> {
    static auto fields() {
        using Assignment = congvu::incoming::NewAssignment;
        return std::tuple{field("kind", &Assignment::kind).required(), field("unitId", &Assignment::unitId),
                          field("postId", &Assignment::postId), field("dueOn", &Assignment::dueOn),
                          field("note", &Assignment::note).maxLength(500).multiline()};
    }
};

template <>
struct congvu::json::Description<congvu::incoming::NewDirection> {
    static auto fields() {
        using Direction = congvu::incoming::NewDirection;
        return std::tuple{field("opinion", &Direction::opinion).required().maxLength(2'000).multiline(),
                          field("assignments", &Direction::assignments).required().maxLength(50)};
    }
};
