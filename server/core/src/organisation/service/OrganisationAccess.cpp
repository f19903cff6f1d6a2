// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/OrganisationAccess.h"

#include "shared/service/SystemCaller.h"

#include "congvu/error/AppError.h"

#include <algorithm>

namespace congvu::core {

void requireUnit(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view unitId) {
    const bool isKnown = organisation.unit(unitId) != nullptr;
    if (!isKnown || !(isSystem(by) || organisation.isInSubtree(unitId, by.agencyId))) {
        throw AppError::notFound();
    }
}

bool mayAdministerPerson(const OrganisationSnapshot& organisation, const http::Caller& by, const Person& person) {
    if (isSystem(by) || organisation.isInSubtree(person.agencyId, by.agencyId)) {
        return true;
    }
    const auto posts = organisation.postsOfPerson(person.id);
    return std::any_of(posts.begin(), posts.end(), [&](const Post* post) { return organisation.isInSubtree(post->unitId, by.agencyId); });
}

void requirePerson(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view personId) {
    const auto* person = organisation.person(personId);
    if (person == nullptr || !mayAdministerPerson(organisation, by, *person)) {
        throw AppError::notFound();
    }
}

void requirePost(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view postId) {
    const auto* post = organisation.post(postId);
    if (post == nullptr) {
        throw AppError::notFound();
    }
    requireUnit(organisation, by, post->unitId);
}

void requireWholeSystem(const OrganisationSnapshot& organisation, const http::Caller& by) {
    if (!isSystem(by) && !organisation.isRoot(by.agencyId)) {
        throw AppError::forbidden();
    }
}

}  // namespace congvu::core
