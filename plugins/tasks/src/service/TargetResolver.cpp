// SPDX-License-Identifier: Apache-2.0
#include "service/TargetResolver.h"

namespace congvu::tasks {

TaskTarget TargetResolver::resolve(const http::Caller& caller, const std::optional<std::string>& unitId,
                                   const std::optional<std::string>& postId, const std::string& pointer,
                                   std::vector<FieldError>& errors) const {
    const bool isPost = postId.has_value();
    const auto at = pointer + (isPost ? "/postId" : "/unitId");
    if (unitId.has_value() == isPost) {
        errors.push_back({pointer + "/unitId", "tasks.one-unit-or-post", {}});
        return {};
    }
    const auto target = find(unitId, postId);
    const auto unit = target ? directory_.unit(target->unitId) : std::nullopt;
    const bool isKnown = unit && unit->isActive && unit->agencyId == caller.agencyId;
    if (!isKnown) {
        errors.push_back({at, isPost ? "tasks.unknown-post" : "tasks.unknown-unit", {}});
        return {};
    }
    if (!caller.may("tasks.supervise") && !directory_.isInSubtree(target->unitId, caller.unitId)) {
        errors.push_back({at, "tasks.unit-not-yours", {{"unit", unit->name}}});
    } else if (!directory_.isPluginOn("tasks", target->unitId)) {
        errors.push_back({at, "tasks.plugin-off", {{"unit", unit->name}}});
    }
    return *target;
}

bool TargetResolver::isPostOf(std::string_view postId, std::string_view agencyId) const {
    const auto post = directory_.post(postId);
    return post && post->isActive && post->agencyId == agencyId;
}

std::optional<TaskTarget> TargetResolver::find(const std::optional<std::string>& unitId, const std::optional<std::string>& postId) const {
    if (postId) {
        const auto post = directory_.post(*postId);
        return post && post->isActive ? std::optional{TaskTarget{post->unitId, post->id}} : std::nullopt;
    }
    if (unitId && directory_.unit(*unitId)) {
        return TaskTarget{*unitId, std::nullopt};
    }
    return std::nullopt;
}

}  // namespace congvu::tasks
