// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "congvu/error/AppError.h"
#include "congvu/http/Caller.h"

#include <optional>
#include <string>
#include <vector>

namespace congvu::tasks {

/// Who shall do a task: a unit, or a post (then the unit is the post's).
struct TaskTarget {
    std::string unitId;
    std::optional<std::string> postId;
};

/// Finds out whom an input means and whether the caller may give work there: units of the own agency; below the office and the leaders
/// (tasks.supervise) only the own unit and what hangs below it.
class TargetResolver {
public:
    explicit TargetResolver(const directory::Directory& directory) : directory_(directory) {}

    /// Exactly one of unitId and postId must be given. Adds errors "required", "tasks.unknown-unit", "tasks.unknown-post",
    /// "tasks.unit-not-yours" or "tasks.plugin-off" below `pointer`.
    [[nodiscard]] TaskTarget resolve(const http::Caller& caller, const std::optional<std::string>& unitId,
                                     const std::optional<std::string>& postId, const std::string& pointer,
                                     std::vector<FieldError>& errors) const;
    /// The same without asking whether anybody may; nothing when the unit or post is unknown.
    [[nodiscard]] std::optional<TaskTarget> find(const std::optional<std::string>& unitId, const std::optional<std::string>& postId) const;

    /// True for the unit itself and every unit below it.
    [[nodiscard]] bool isBelow(std::string_view unitId, std::string_view rootId) const { return directory_.isInSubtree(unitId, rootId); }
    /// True for an active post of the agency.
    [[nodiscard]] bool isPostOf(std::string_view postId, std::string_view agencyId) const;

private:
    const directory::Directory& directory_;
};

}  // namespace congvu::tasks
