// SPDX-License-Identifier: Apache-2.0
#include "inbox/domain/WorkItem.h"

namespace congvu::core {

std::string assigneeKeyOf(const inbox::Assignee& assignee) {
    return assignee.postId.empty() ? "unit:" + assignee.unitId + ":" + assignee.permission : "post:" + assignee.postId;
}

inbox::Assignee assigneeFrom(std::string_view key) {
    constexpr std::string_view kPost = "post:";
    constexpr std::string_view kUnit = "unit:";
    if (key.starts_with(kPost)) {
        return inbox::Assignee::post(std::string{key.substr(kPost.size())});
    }
    const auto rest = key.substr(kUnit.size());
    const auto colon = rest.find(':');
    return inbox::Assignee::unit(std::string{rest.substr(0, colon)}, std::string{rest.substr(colon + 1)});
}

std::string_view DueDates::stateOf(const std::optional<Date>& dueOn) const {
    if (!dueOn) {
        return "none";
    }
    if (*dueOn < today) {
        return "overdue";
    }
    return *dueOn <= soonUntil ? "soon" : "in_term";
}

}  // namespace congvu::core
