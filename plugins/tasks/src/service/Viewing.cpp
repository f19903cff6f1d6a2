// SPDX-License-Identifier: Apache-2.0
#include "service/Viewing.h"

namespace congvu::tasks {

Viewer viewerOf(const http::Caller& caller) {
    return {.postId = caller.postId,
            .unitId = caller.unitId,
            .agencyId = caller.agencyId,
            .mayReadAll = caller.may("tasks.read-all"),
            .mayLead = caller.may("tasks.lead"),
            .mayCreate = caller.may("tasks.create"),
            .maySupervise = caller.may("tasks.supervise")};
}

http::Caller actorOfPost(const directory::Directory& directory, std::string_view postId, std::string_view agencyId) {
    http::Caller actor;
    actor.postId = postId;
    actor.agencyId = agencyId;
    if (const auto post = directory.post(postId)) {
        actor.personId = post->personId;
        actor.personName = post->personName;
        actor.postTitle = post->title;
        actor.unitId = post->unitId;
        actor.unitName = post->unitName;
        actor.permissions = post->permissions;
    }
    return actor;
}

}  // namespace congvu::tasks
