// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/CallerFactory.h"

namespace congvu::core {

http::Caller callerOfPost(const OrganisationSnapshot& organisation, const Post& post) {
    http::Caller caller;
    if (const auto* person = organisation.person(post.personId)) {
        caller.personId = person->id;
        caller.personName = person->name;
        caller.locale = person->locale;
    }
    caller.postId = post.id;
    caller.postTitle = post.title;
    if (const auto* unit = organisation.unit(post.unitId)) {
        caller.unitId = unit->id;
        caller.unitName = unit->name;
    }
    if (const auto* agency = organisation.unit(organisation.agencyOf(post.unitId))) {
        caller.agencyId = agency->id;
        caller.agencyName = agency->name;
    }
    caller.permissions = organisation.permissionsOf(post);
    return caller;
}

}  // namespace congvu::core
